using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyGate.Compile.Editing;
using PolicyGate.Tests;

namespace PolicyGate.Compile.Tests.Editing;

/// <summary>
/// An editor that reads the response file as OmniSharp does
/// (https://github.com/OmniSharp/omnisharp-roslyn/blob/master/src/OmniSharp.Script/ScriptProjectProvider.cs) knows every
/// policy of this repository: all of .NET by its own means, the authoring API and what is in scope from us.
/// </summary>
public sealed class EditorReferencesTests : IDisposable
{
    private const string Folder = "editor";

    private readonly DirectoryInfo opened = Directory.CreateTempSubdirectory("policygate-test-");
    private readonly CSharpCommandLineArguments read;

    public EditorReferencesTests()
    {
        opened.CreateSubdirectory(Folder);
        foreach (EditorFile file in EditorReferences.Files())
        {
            File.WriteAllBytes(InFolder(file.Name), file.Content.ToArray());
        }

        File.WriteAllText(InFolder("policies.rsp"), EditorReferences.ResponseFile(Folder));
        read = CSharpCommandLineParser.Script.Parse([$"@{InFolder("policies.rsp")}"], opened.FullName, sdkDirectory: null);
    }

    public static TheoryData<string> Policies =>
        [.. Repository.Files("*.csx").Where(path => path.StartsWith("policies/", StringComparison.Ordinal))];

    [Fact]
    public void The_response_file_is_understood_and_has_all_that_is_in_scope()
    {
        read.Errors.ShouldBeEmpty();
        read.MetadataReferences.Select(reference => Path.GetFileName(reference.Reference))
            .ShouldBe(["PolicyGate.Authoring.dll", "PolicyGate.Model.dll"]);
        IEnumerable<string> inScope = PolicyCompiler.Scope.Split('\n')
            .Where(line => !line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Trim().TrimEnd(';').Split(' ')[^1]);
        read.CompilationOptions.Usings.ShouldBe(inScope);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_policy_is_without_error(string policy) =>
        Errors(File.ReadAllText(Repository.At(policy))).ShouldBeEmpty();

    [Fact]
    public void A_nullable_type_is_without_error() =>
        Errors("Fix? none = null;\nreturn (string?)none?.ToString();\n").ShouldBeEmpty();

    [Fact]
    public void What_is_wrong_is_underlined() =>
        Errors("return new Policy<Container> { Titel = \"\" };\n")
            .ShouldContain(error => error.StartsWith("(1,32): error CS0117", StringComparison.Ordinal));

    [Theory]
    [InlineData("T:PolicyGate.Model.Kubernetes.Container")]
    [InlineData("T:PolicyGate.Authoring.Policy`2")]
    [InlineData("P:PolicyGate.Authoring.Policy.Title")]
    [InlineData("P:Environment.IsProduction")]
    [InlineData("M:Environment.MayShareClusterWith(Environment)")]
    [InlineData("T:Environment")]
    public void The_authoring_API_has_its_words(string id)
    {
        ISymbol symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Compilation("")).ShouldNotBeNull();
        XElement.Parse(symbol.GetDocumentationCommentXml()!).Element("summary")!.Value.ShouldNotBeNullOrWhiteSpace();
    }

    public void Dispose() => opened.Delete(recursive: true);

    private string InFolder(string file) => Path.Combine(opened.FullName, Folder, file);

    private string[] Errors(string script) =>
    [
        .. Compilation(script).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString()),
    ];

    private CSharpCompilation Compilation(string script) => CSharpCompilation.CreateScriptCompilation(
        "policy",
        CSharpSyntaxTree.ParseText(script, new(LanguageVersion.Latest, kind: SourceCodeKind.Script)),
        [.. OfDotNet, .. read.MetadataReferences.Select(Open)],
        new(
            OutputKind.DynamicallyLinkedLibrary,
            usings: read.CompilationOptions.Usings,
            specificDiagnosticOptions: Severities));

    /// <summary>
    /// OmniSharp takes what the compiler says of nullable types for errors, though it does not turn them on; it reads
    /// from <c>omnisharp.json</c> what to take otherwise.
    /// </summary>
    private static Dictionary<string, ReportDiagnostic> Severities
    {
        get
        {
            Dictionary<string, ReportDiagnostic> severities =
                Enumerable.Range(8600, 56).ToDictionary(number => $"CS{number}", _ => ReportDiagnostic.Error);
            string settings = File.ReadAllText(Repository.At("src", "Cli", "Templates", "omnisharp.json"));
            foreach (JsonProperty given in JsonDocument.Parse(settings).RootElement
                .GetProperty("script").GetProperty("nullableDiagnostics").EnumerateObject())
            {
                severities[given.Name] = Enum.Parse<ReportDiagnostic>(given.Value.GetString()!, ignoreCase: true);
            }

            return severities;
        }
    }

    /// <summary>As the response file means it: relative to the folder that is opened.</summary>
    private PortableExecutableReference Open(CommandLineReference reference)
    {
        string path = Path.Combine(opened.FullName, reference.Reference);
        string documentation = Path.ChangeExtension(path, ".xml");
        return MetadataReference.CreateFromFile(path, documentation: new DocumentationFile(documentation));
    }

    private static ImmutableArray<PortableExecutableReference> OfDotNet { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
