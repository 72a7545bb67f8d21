using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Setup;

/// <summary><c>policygate.yaml</c> at the repository's root.</summary>
/// <param name="Configuration">What it says; nothing when there is none or it does not read.</param>
/// <param name="Problems">Why it does not read.</param>
internal sealed record SettingsFile(Configuration Configuration, ImmutableArray<LoadProblem> Problems)
{
    public const string Name = "policygate.yaml";

    public static Location Start { get; } = new(Name, "", Span.Start);

    public static SettingsFile Read(string root)
    {
        if (!File.Exists(Path.Combine(root, Name)))
        {
            return new(new(), []);
        }

        Collection found = Loader.Collect(new() { Root = root, Paths = [Name] });
        ImmutableArray<LoadProblem> problems = found switch
        {
            { Problems.Length: > 0 } => found.Problems,
            { Configurations: [var only] } => ConfigurationReader.Read(only).Problems,
            _ => [NotOne(found.Configurations.Length)],
        };
        return problems.IsEmpty
            ? new(ConfigurationReader.Read(found.Configurations[0]).Value!, [])
            : new(new(), problems);
    }

    private static LoadProblem NotOne(int count) => new(
        "load/wrong-value",
        Severity.High,
        Outcome.Fail,
        Start,
        count == 0 ? "it holds no document of kind Configuration" : "it holds more than one document of kind Configuration",
        count == 0 ? "Delete the file, or write what docs/configuration.md shows." : "Keep one.");
}
