using System.Collections.Immutable;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>What a repository says to PolicyGate itself.</summary>
/// <param name="Waivers">Those without a problem.</param>
/// <param name="Profiles">Those without a problem, with what they extend.</param>
public sealed record RepositorySettings(ImmutableArray<Waiver> Waivers, ImmutableArray<Profile> Profiles);

/// <summary>Reads all settings that were collected, and checks the descriptors of environments.</summary>
public static class SettingsReader
{
    /// <param name="collection">What was collected.</param>
    /// <param name="shippedProfiles">
    /// Those that come with the policies. Profiles of the repository may extend them and may not take their names; one
    /// that was collected too counts once.
    /// </param>
    public static Reading<RepositorySettings> Read(Collection collection, IEnumerable<Document> shippedProfiles)
    {
        Reading<ImmutableArray<Waiver>> waivers = WaiverReader.Read(collection.Waivers);
        Reading<ImmutableArray<Profile>> profiles = ProfileReader.Read(
            shippedProfiles.Concat(collection.Profiles).DistinctBy(document => $"{document.Index} {document.File}", StringComparer.Ordinal));
        return new(new(waivers.Value, profiles.Value),
        [
            .. EnvironmentDescriptors.Check(collection.Descriptors),
            .. waivers.Problems,
            .. profiles.Problems,
            .. FrameworkReader.Read(collection.Frameworks).Problems,
            .. collection.Configurations.SelectMany(document => ConfigurationReader.Read(document).Problems),
        ]);
    }
}
