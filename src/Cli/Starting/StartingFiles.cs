using System.Collections.Immutable;
using System.Text;
using PolicyGate.Compile.Editing;

namespace PolicyGate.Cli.Starting;

/// <summary>The files that a team starts from.</summary>
internal static class StartingFiles
{
    /// <summary>Holds what the program makes for editors; no part of the repository, so git is told to ignore it.</summary>
    private const string Generated = ".policygate";

    private static readonly string[] Schemas = ["configuration", "environment", "framework", "profile", "waiver"];

    public static StartingFile Configuration => StartingFile.Of("policygate.yaml", "templates/policygate.yaml");

    /// <summary>A policy with a case that passes and one that fails.</summary>
    /// <param name="folder">The policy's folder, with forward slashes; its last part is the policy's name.</param>
    public static ImmutableArray<StartingFile> Policy(string folder) =>
    [
        StartingFile.Of($"{folder}/{folder[(folder.LastIndexOf('/') + 1)..]}.csx", "templates/policy.csx"),
        StartingFile.Of($"{folder}/cases/pass.no-terminal.yaml", "templates/pass.yaml"),
        StartingFile.Of($"{folder}/cases/fail.terminal.yaml", "templates/fail.yaml"),
    ];

    /// <summary>What tells editors how to read policies; a team may change it.</summary>
    public static ImmutableArray<StartingFile> EditorSettings =>
    [
        StartingFile.Of("omnisharp.json", "templates/omnisharp.json"),
        StartingFile.Of(".vscode/settings.json", "templates/vscode-settings.json"),
        StartingFile.Of(".vscode/extensions.json", "templates/vscode-extensions.json"),
    ];

    /// <summary>What editors know the authoring API and the settings by; belongs to this version of the program.</summary>
    public static ImmutableArray<StartingFile> EditorKnowledge =>
    [
        StartingFile.Of($"{Generated}/.gitignore", "templates/generated.gitignore"),
        new($"{Generated}/policies.rsp", Encoding.UTF8.GetBytes(EditorReferences.ResponseFile(Generated))),
        .. EditorReferences.Files().Select(file => new StartingFile($"{Generated}/{file.Name}", file.Content)),
        .. Schemas.Select(name => StartingFile.Of($"{Generated}/{name}.schema.json", $"schemas/{name}.schema.json")),
    ];
}
