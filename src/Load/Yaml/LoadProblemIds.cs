namespace PolicyGate.Load.Yaml;

/// <summary>The ids of the problems that loading finds; <c>docs/loading.md</c> explains each.</summary>
internal static class LoadProblemIds
{
    public const string Syntax = "load/yaml-syntax";
    public const string DuplicateKey = "load/duplicate-key";
    public const string UnusableKey = "load/unusable-key";
    public const string Limit = "load/limit";
}
