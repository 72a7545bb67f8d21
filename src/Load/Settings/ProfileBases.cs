using System.Collections.Immutable;
using PolicyGate.Load.Schemas;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>A profile with all that it extends, or why that cannot be told.</summary>
internal sealed record ProfileLineage(
    CheckedDocument Profile, ImmutableArray<CheckedDocument> FirstToLast, LoadProblem? Problem);

/// <summary>Finds out what profiles extend.</summary>
internal sealed class ProfileBases
{
    /// <summary>Far more than anybody can keep in mind.</summary>
    private const int LongestLineage = 16;

    private readonly Dictionary<string, CheckedDocument> usable;
    private readonly ImmutableArray<string> known;

    /// <param name="usable">Those that may be extended, each with a name of its own.</param>
    /// <param name="known">All names that were met, for messages.</param>
    public ProfileBases(IEnumerable<CheckedDocument> usable, ImmutableArray<string> known)
    {
        this.usable = usable.ToDictionary(profile => profile.Name.Text, StringComparer.Ordinal);
        this.known = known;
    }

    public ProfileLineage Trace(CheckedDocument profile)
    {
        List<CheckedDocument> lineage = [profile];
        while (Base(lineage[^1]) is { Exists: true } wanted)
        {
            if (Refusal(lineage, wanted) is { } refusal)
            {
                return new(profile, [], SettingsProblems.Wrong(
                    Base(profile), refusal, "Name a profile that exists and does not lead back here."));
            }

            lineage.Add(usable[wanted.Text]);
        }

        return new(profile, [.. Enumerable.Reverse(lineage)], null);
    }

    private static Node Base(CheckedDocument profile) => profile.Root["spec.extends"];

    private string? Refusal(List<CheckedDocument> lineage, Node wanted)
    {
        if (!usable.TryGetValue(wanted.Text, out CheckedDocument? next))
        {
            return Unusable(lineage[^1].Name, wanted);
        }

        if (lineage.Contains(next))
        {
            IEnumerable<string> circle = lineage.Append(next).Select(profile => profile.Name.Text);
            return $"the profiles {Quoted.List(circle)} extend each other in a circle";
        }

        return lineage.Count < LongestLineage
            ? null
            : $"more than {LongestLineage} profiles extend each other in a row";
    }

    private string Unusable(Node profile, Node wanted)
    {
        string start = $"the profile {Quoted.Text(profile)} extends {Quoted.Text(wanted)}, ";
        if (known.Contains(wanted.Text))
        {
            return $"{start}which has problems of its own";
        }

        string? meant = Spelling.Nearest(wanted.Text, known);
        return start + (meant is null
            ? $"which does not exist; there are {Quoted.List(known.Order(StringComparer.Ordinal))}"
            : $"which does not exist; did you mean {Quoted.Text(meant)}?");
    }
}
