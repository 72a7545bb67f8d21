using System.Collections.Immutable;
using PolicyGate.Doctor.Setup;
using PolicyGate.Doctor.Workflows;
using PolicyGate.Load.Files;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Owners;

/// <summary>Whether somebody has to review what the gate itself depends on: duties are separated.</summary>
internal static class OwnersCheck
{
    private const string Harm = "Whoever may approve a manifest may approve what it is judged by, or that it is not judged.";

    /// <summary>The first that exists counts.</summary>
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <param name="root">The repository root, absolute.</param>
    /// <param name="configuration">Names policies and waivers.</param>
    public static IEnumerable<Diagnosis> Of(string root, Configuration configuration)
    {
        ImmutableArray<string> guarded = [.. Guarded(configuration).Where(path => Path.Exists(Path.Combine(root, path)))];
        if (Places.FirstOrDefault(place => File.Exists(Path.Combine(root, place))) is not { } file)
        {
            return guarded.IsEmpty ? [] : [Missing(guarded)];
        }

        return SourceText.Read(root, file) is { } text
            ? guarded.SelectMany(path => OfPath(new CodeOwners(text), file, path, root))
            : [Unreadable(file)];
    }

    private static IEnumerable<string> Guarded(Configuration configuration) =>
        new[] { SettingsFile.Name, WorkflowDirectory.Path }
            .Concat(configuration.Policies.IsEmpty ? ["policies"] : configuration.Policies)
            .Concat(configuration.Waivers.IsEmpty ? ["waivers"] : configuration.Waivers)
            .Concat(configuration.Profiles)
            .Select(path => path.TrimEnd('/'))
            .Where(path => path.Length > 0)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<Diagnosis> OfPath(CodeOwners owners, string file, string path, string root)
    {
        bool isDirectory = Directory.Exists(Path.Combine(root, path));
        string[] probes = isDirectory ? [$"{path}/new.yaml", $"{path}/new/new/new.csx"] : [path];
        if (probes.FirstOrDefault(probe => owners.Of(probe) is not { HasOwners: true }) is { } probe)
        {
            string shown = isDirectory ? $"/{path}/" : $"/{path}";
            yield return Diagnosis.Warning(
                "owners/not-covered",
                At(file, owners.Of(probe)),
                owners.Of(probe) is { } line
                    ? $"`{line.Pattern}` leaves `{shown}` without an owner"
                    : $"nobody owns all of `{shown}`",
                Harm,
                "Name those who answer for the policies, after the lines for manifests: the last line that matches decides.",
                $"{shown} @your-organisation/your-security-team");
        }
    }

    private static Diagnosis Missing(IEnumerable<string> guarded) => Diagnosis.Warning(
        "owners/missing",
        At(Places[0], null),
        "there is no CODEOWNERS file",
        Harm,
        "Add the file, and require reviews of code owners in branch protection.",
        string.Join('\n', guarded.Select(path => $"/{path} @your-organisation/your-security-team")));

    private static Diagnosis Unreadable(string file) => Diagnosis.Error(
        "owners/unreadable",
        At(file, null),
        "the file is not UTF-8 or UTF-16, is too large, or is a link out of the repository",
        Harm,
        "Save it as UTF-8 text.");

    private static Location At(string file, OwnersLine? line) =>
        new(file, "", line is null ? Span.Start : new(line.Number, 1, line.Number, 1 + line.Pattern.Length));
}
