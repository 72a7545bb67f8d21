using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Source;

/// <summary>
/// Refuses what can be told from the syntax alone: what would speak for the whole assembly, and the keywords of memory,
/// threads and reflection.
/// </summary>
internal static class SyntaxCheck
{
    private static readonly Dictionary<SyntaxKind, string> Keywords = new()
    {
        [SyntaxKind.UnsafeKeyword] = "'unsafe' code is not available: use arrays and spans",
        [SyntaxKind.ExternKeyword] = "'extern' is not available: a policy is C# only",
        [SyntaxKind.FixedKeyword] = "'fixed' is not available: use arrays and spans",
        [SyntaxKind.StackAllocKeyword] = "'stackalloc' is not available: use an array",
        [SyntaxKind.VolatileKeyword] = "'volatile' is not available: a policy has one thread",
        [SyntaxKind.LockKeyword] = "'lock' is not available: a policy has one thread and needs none",
        [SyntaxKind.AsyncKeyword] = "'async' is not available: a policy has all facts at hand and waits for nothing",
        [SyntaxKind.AwaitKeyword] = "'await' is not available: a policy has all facts at hand and waits for nothing",
        [SyntaxKind.TypeOfKeyword] = "'typeof' is not available: use a pattern such as 'x is T', or 'nameof(T)'",
        [SyntaxKind.ArgListKeyword] = "'__arglist' is not available: use 'params'",
        [SyntaxKind.MakeRefKeyword] = "'__makeref' is not available: use 'ref'",
        [SyntaxKind.RefTypeKeyword] = "'__reftype' is not available: use a pattern",
        [SyntaxKind.RefValueKeyword] = "'__refvalue' is not available: use 'ref'",
    };

    /// <summary>The diagnostics of a script's tree.</summary>
    public static ImmutableArray<Diagnostic> Check(CompilationUnitSyntax root) =>
        [.. root.DescendantNodesAndTokens().Select(Refusal).OfType<Diagnostic>()];

    private static Diagnostic? Refusal(SyntaxNodeOrToken part)
    {
        string? message = part.IsToken ? Keywords.GetValueOrDefault(part.Kind()) : OfNode(part.AsNode()!);
        return message is null ? null : Refusals.At(part.GetLocation()!, "PG0105", message);
    }

    private static string? OfNode(SyntaxNode node) => node switch
    {
        AttributeListSyntax { Target.Identifier.ValueText: "assembly" or "module" } =>
            "a policy is one class among others and cannot have attributes of the assembly: leave them out",
        ExternAliasDirectiveSyntax => "'extern alias' is not available: a policy may use what is in scope and nothing else",
        UsingDirectiveSyntax { GlobalKeyword.RawKind: not 0 } => "'global using' would speak for other policies: leave out 'global'",
        BaseNamespaceDeclarationSyntax => "a policy has no namespaces: leave it out",
        DestructorDeclarationSyntax => "finalizers are not available: use 'using' and IDisposable",
        IdentifierNameSyntax { Identifier.ValueText: "dynamic" } name when SyntaxFacts.IsInTypeOnlyContext(name) =>
            "'dynamic' is not available: name the type",
        PointerTypeSyntax or FunctionPointerTypeSyntax => "pointers are not available: use 'ref', arrays or spans",
        _ => null,
    };
}
