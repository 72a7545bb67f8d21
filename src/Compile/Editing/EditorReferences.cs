using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;

namespace PolicyGate.Compile.Editing;

/// <summary>A file for an editor.</summary>
public sealed record EditorFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>
/// The authoring API for editors that check scripts by references and usings, as OmniSharp does by a response file
/// (<see href="https://github.com/OmniSharp/omnisharp-roslyn/pull/1112">what it reads</see>). Both come from what the
/// compiler takes, so that an editor cannot know another API than the gate.
/// </summary>
public static class EditorReferences
{
    private const string ReferencePrefix = "ref/PolicyGate.";
    private const string DocumentationPrefix = "doc/";

    private static readonly ImmutableArray<UsingDirectiveSyntax> Scope =
        [.. CSharpSyntaxTree.ParseText(PolicyCompiler.Scope).GetCompilationUnitRoot().Usings];

    private static readonly Assembly Holder = typeof(EditorReferences).Assembly;

    /// <summary>The reference assemblies of the authoring API, and beside each its documentation.</summary>
    public static ImmutableArray<EditorFile> Files() => [.. Assemblies(), .. Documentation()];

    /// <summary>The response file, which names the references in a directory and what is in scope.</summary>
    /// <param name="directory">As seen from the folder that is opened in the editor, with forward slashes.</param>
    public static string ResponseFile(string directory)
    {
        IEnumerable<string> references = Resources(ReferencePrefix).Select(name => $"/r:{directory}/{Path.GetFileName(name)}");
        IEnumerable<string> usings = Scope.Where(directive => directive.Alias is null)
            .Select(directive => $"/u:{directive.NamespaceOrType}");
        return string.Concat(references.Concat(usings).Select(line => line + "\n"));
    }

    /// <summary>
    /// A response file has no aliases. A type that scripts know by one, because a namespace of .NET has another of that
    /// name, has that name and no namespace in the editor's copy: there it comes before all that is imported.
    /// </summary>
    private static IEnumerable<(string Name, string Alias)> Renamed =>
        Scope.Where(directive => directive.Alias is not null)
            .Select(directive => (directive.NamespaceOrType.ToString(), directive.Alias!.Name.ToString()));

    private static IEnumerable<EditorFile> Assemblies()
    {
        foreach (string name in Resources(ReferencePrefix))
        {
            using Stream stream = Holder.GetManifestResourceStream(name)!;
            using ModuleDefinition module = ModuleDefinition.ReadModule(stream);
            foreach ((string type, string alias) in Renamed)
            {
                Rename(module, type, alias);
            }

            using MemoryStream renamed = new();
            module.Write(renamed);
            yield return new(Path.GetFileName(name), renamed.ToArray());
        }
    }

    private static void Rename(ModuleDefinition module, string name, string alias)
    {
        foreach (TypeReference type in module.Types.Concat(module.GetTypeReferences()).Where(type => type.FullName == name).ToArray())
        {
            type.Namespace = "";
            type.Name = alias;
        }
    }

    private static IEnumerable<EditorFile> Documentation()
    {
        foreach (string name in Resources(DocumentationPrefix))
        {
            using StreamReader reader = new(Holder.GetManifestResourceStream(name)!);
            string text = Renamed.Aggregate(
                reader.ReadToEnd(),
                (text, renamed) => Regex.Replace(text, $@"\b{Regex.Escape(renamed.Name)}\b", renamed.Alias));
            yield return new(Path.GetFileName(name), Encoding.UTF8.GetBytes(text));
        }
    }

    private static IEnumerable<string> Resources(string prefix) => Holder.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
