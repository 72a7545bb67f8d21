namespace PolicyGate.Load.Yaml;

/// <summary>The ids of the problems that loading finds; <c>docs/loading.md</c> explains each.</summary>
internal static class LoadProblemIds
{
    public const string DuplicateKey = "load/duplicate-key";
    public const string DuplicateObject = "load/duplicate-object";
    public const string EmptyFile = "load/empty-file";
    public const string Encoding = "load/encoding";
    public const string Limit = "load/limit";
    public const string MissingApiVersion = "load/missing-api-version";
    public const string MissingKind = "load/missing-kind";
    public const string MissingName = "load/missing-name";
    public const string NotRendered = "load/not-rendered";
    public const string SourceMissing = "load/source-missing";
    public const string Syntax = "load/yaml-syntax";
    public const string UnknownKind = "load/unknown-kind";
    public const string UnquotedScalar = "load/unquoted-scalar";
    public const string Unreadable = "load/unreadable";
    public const string UnusableKey = "load/unusable-key";
}
