using System.Collections.Immutable;

namespace PolicyGate.Load.Settings;

/// <summary>The kinds of document that are for PolicyGate itself, and not for a cluster.</summary>
public static class SettingsKinds
{
    public const string Environment = "Environment";
    public const string Waiver = "Waiver";
    public const string Profile = "Profile";
    public const string Configuration = "Configuration";

    public static ImmutableArray<string> All { get; } = [Environment, Waiver, Profile, Configuration];
}
