using System.Collections.Immutable;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Setup;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Governance;

namespace PolicyGate.Cli.Listing;

/// <summary>Where a profile applies a policy, in a word.</summary>
internal static class ProfileReach
{
    /// <summary>Those that come with the policies, or else with the program.</summary>
    public static ImmutableArray<Profile> ProfilesOf(ImmutableArray<PolicyRoot> roots) =>
        [.. ProfileReader.Read(SettingsFiles.FindProfiles(Directory.GetCurrentDirectory(), new(), roots)).Value.OrderBy(profile => profile.Name, StringComparer.Ordinal)];

    /// <summary>The profile's name, with a remark where it applies the policy to some environments only; empty where to none.</summary>
    public static string Of(Profile profile, string policy)
    {
        ImmutableArray<ProfileRule> rules = [.. profile.Rules.Where(rule => rule.Policies.Any(glob => PolicyGlob.Matches(glob, policy)))];
        int last = rules.ToList().FindLastIndex(rule => IsForAll(rule.Environments));
        bool always = last >= 0 && rules[last].Enabled;
        ImmutableArray<ProfileRule> later = rules[(last + 1)..];
        return later.Any(rule => rule.Enabled != always) ? $"{profile.Name} (some environments)"
            : always ? profile.Name
            : "";
    }

    private static bool IsForAll(EnvironmentSelector environments) =>
        environments is
        {
            Names.IsEmpty: true, Classes.IsEmpty: true, Isolations.IsEmpty: true,
            Data.IsEmpty: true, Criticalities.IsEmpty: true, Entities.IsEmpty: true,
        };
}
