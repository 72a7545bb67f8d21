using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>The kinds of document that are for PolicyGate itself, and not for a cluster.</summary>
public static class SettingsKinds
{
    public const string Environment = "Environment";
    public const string Waiver = "Waiver";
    public const string Profile = "Profile";
    public const string Configuration = "Configuration";

    private const string Group = "policygate.dev/";

    public static ImmutableArray<string> All { get; } = [Environment, Waiver, Profile, Configuration];

    /// <summary>Whether it says so by its apiVersion, whatever else is wrong with it.</summary>
    public static bool IsSettings(Document document) =>
        document.Root.Field("apiVersion").Text.StartsWith(Group, StringComparison.Ordinal);
}
