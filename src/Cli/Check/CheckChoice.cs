using System.CommandLine;
using System.Globalization;
using PolicyGate.Cli.Setup;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Cli.Check;

/// <summary>The options of every command that collects manifests and judges them.</summary>
internal static class CheckChoice
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "files and directories with manifests (default: the working directory)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> Policies = Named<string[]>(
        "--policies", "DIR", "a directory of policies, repeatable (default: the configuration's, else ./policies, else those that ship)");

    private static readonly Option<string[]> Waivers = Named<string[]>(
        "--waivers", "DIR", "take waivers from here and nowhere else, repeatable");

    private static readonly Option<string[]> Environments = Named<string[]>("--environment", "NAME", "judge this environment only, repeatable");

    private static readonly Option<string?> Configuration = Named<string?>(
        "--config", "FILE", "the configuration (default: policygate.yaml at the repository's root)");

    private static readonly Option<string?> Policy = Named<string?>(
        "--policy", "GLOB", "run only policies of this id, even where the profile leaves them off");

    private static readonly Option<string?> Profile = Named<string?>("--profile", "NAME", "judge by this profile (default: default)");

    private static readonly Option<string?> ChangedSince = Named<string?>(
        "--changed-since", "REV", "only findings in files that changed since this git revision count");

    private static readonly Option<string?> Baseline = Named<string?>(
        "--baseline", "REV", "only findings that this git revision does not have count");

    private static readonly Option<string?> Compare = Named<string?>(
        "--compare", "REV", "tell what is introduced and fixed since this git revision; all findings count");

    private static readonly Option<string?> PoliciesFrom = Named<string?>(
        "--policies-from", "REV", "take policies, waivers and configuration from this git revision, not from the working tree");

    private static readonly Option<string[]> Facts = Named<string[]>(
        "--facts", "FILE", "what is known of the change (`policygate facts` writes it) or of images, repeatable");

    private static readonly Option<string?> Commit = Named<string?>(
        "--commit", "ID", "the commit that is judged, to be named in the JSON report");

    private static readonly Option<string?> FailOn = Named<string?>(
        "--fail-on", "SEVERITY", "the least severity that closes the gate: low, medium, high, critical (default: low)");

    private static readonly Option<string?> Now = Named<string?>(
        "--now", "RFC3339", "judge expiry and age at this instant, such as 2026-11-21T12:00:00Z (default: now)");

    private static readonly Option<string[]> Outputs = Named<string[]>(
        "--output", "FORMAT[=FILE]", "console, json, sarif, junit, markdown or github, repeatable (default: console)");

    private static readonly Option<bool> AllVerdicts = new("--all-verdicts")
    {
        Description = "put every verdict with its evidence into the JSON report, passes too",
    };

    private static readonly Option<bool> Fix = new("--fix") { Description = "make the fixes that are safe, then judge again" };

    private static readonly HostingChoice Hosting = new();

    public static void AddTo(Command command)
    {
        command.Arguments.Add(Paths);
        Option[] options =
        [
            Policies, Waivers, Configuration, Environments, Policy, Profile, ChangedSince, Baseline, Compare, PoliciesFrom, Facts, Commit, FailOn, Now, Outputs, AllVerdicts, Fix,
        ];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        Hosting.AddTo(command);
    }

    public static CheckOptions Read(ParseResult parsed) => new()
    {
        Paths = parsed.GetValue(Paths) is { Length: > 0 } paths ? [.. paths] : ["."],
        Policies = [.. parsed.GetValue(Policies) ?? []],
        Waivers = [.. parsed.GetValue(Waivers) ?? []],
        Environments = [.. parsed.GetValue(Environments) ?? []],
        Configuration = parsed.GetValue(Configuration),
        PolicyGlob = parsed.GetValue(Policy),
        Profile = parsed.GetValue(Profile),
        Commit = parsed.GetValue(Commit),
        FailOn = parsed.GetValue(FailOn) is { } severity ? ParseSeverity(severity) : null,
        ChangedSince = parsed.GetValue(ChangedSince),
        Baseline = parsed.GetValue(Baseline),
        Compare = parsed.GetValue(Compare),
        PoliciesFrom = parsed.GetValue(PoliciesFrom),
        Facts = [.. parsed.GetValue(Facts) ?? []],
        Now = parsed.GetValue(Now) is { } now ? ParseInstant(now) : DateTimeOffset.UtcNow,
        Outputs = [.. (parsed.GetValue(Outputs) is { Length: > 0 } outputs ? outputs : ["console"]).Select(Output.Parse)],
        AllVerdicts = parsed.GetValue(AllVerdicts),
        Fix = parsed.GetValue(Fix),
        Hosting = Hosting.Read(parsed),
    };

    /// <summary>https://www.rfc-editor.org/rfc/rfc3339#section-5.6; a day alone means its first instant.</summary>
    private static readonly string[] Instants =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private static Option<T> Named<T>(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static Severity ParseSeverity(string text) =>
        SeverityName.Find(text)
        ?? throw new UsageException($"--fail-on takes low, medium, high or critical, not '{text}'");

    internal static DateTimeOffset ParseInstant(string text) =>
        DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw new UsageException($"--now takes an instant such as 2026-11-21T12:00:00Z, not '{text}'");
}
