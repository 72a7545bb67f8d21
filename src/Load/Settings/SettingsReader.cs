using System.Collections.Immutable;
using PolicyGate.Load.Schemas;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>What the documents of a repository say that are for PolicyGate itself.</summary>
public sealed record RepositorySettings
{
    /// <summary>The descriptors that have a name of their own.</summary>
    public required ImmutableArray<Document> Environments { get; init; }

    /// <summary>Those without a problem.</summary>
    public required ImmutableArray<Waiver> Waivers { get; init; }

    /// <summary>Those without a problem.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }
}

/// <summary>Reads all settings that were collected.</summary>
public static class SettingsReader
{
    /// <param name="documents">Those of our own group of kinds, in the order of their files.</param>
    public static Reading<RepositorySettings> Read(IEnumerable<Document> documents)
    {
        ILookup<string, Document> byKind = documents.ToLookup(document => document.Root.Field("kind").Text);
        Reading<ImmutableArray<Document>> environments = EnvironmentReader.Read(byKind[SettingsKinds.Environment]);
        Reading<ImmutableArray<Waiver>> waivers = WaiverReader.Read(byKind[SettingsKinds.Waiver]);
        Reading<ImmutableArray<Profile>> profiles = ProfileReader.Read(byKind[SettingsKinds.Profile]);
        RepositorySettings settings = new()
        {
            Environments = environments.Value,
            Waivers = waivers.Value,
            Profiles = profiles.Value,
        };
        return new(settings,
        [
            .. environments.Problems,
            .. waivers.Problems,
            .. profiles.Problems,
            .. byKind[SettingsKinds.Configuration].SelectMany(document => ConfigurationReader.Read(document).Problems),
            .. byKind.Where(kind => !SettingsKinds.All.Contains(kind.Key)).SelectMany(kind => kind).Select(UnknownKind),
        ]);
    }

    private static LoadProblem UnknownKind(Document document)
    {
        Node kind = document.Root.Field("kind");
        string? meant = Spelling.Nearest(kind.Text, SettingsKinds.All);
        return SettingsProblems.At(
            kind,
            SettingsProblems.UnknownKind,
            $"{Quoted.Text(kind)} is not one of {Quoted.List(SettingsKinds.All)}"
            + (meant is null ? "" : $"; did you mean {Quoted.Text(meant)}?"),
            "Correct the kind.");
    }
}
