using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// The first of two checks: every symbol that a policy's source writes or implies is on the lists of
/// <see cref="Lists.AllowList"/> or the policy's own; the second looks at what the compiler made of it.
/// </summary>
internal sealed class SymbolCheck
{
    private readonly SemanticModel model;
    private readonly Findings findings = new();
    private readonly NameCheck names;
    private readonly DeclarationCheck declarations;
    private readonly OperationCheck operations;
    private readonly StaticCheck statics;
    private readonly List<IOperation> seen = [];
    private int coveredUntil;

    private SymbolCheck(Compilation compilation, SyntaxTree tree, ConcurrentDictionary<ISymbol, string> ids)
    {
        model = compilation.GetSemanticModel(tree);
        DeclaredSymbols symbols = new(tree, ids);
        KeyCheck keys = new(model, symbols);
        TypeCheck types = new(symbols, keys);
        MemberCheck members = new(symbols, types, keys);
        names = new(model, symbols, types, members, findings);
        declarations = new(model, symbols, findings);
        operations = new(model, symbols, types, members, findings);
        statics = new(model, symbols, findings);
    }

    /// <summary>The refusals of each policy of a compilation without errors; policies without any are left out.</summary>
    public static IReadOnlyDictionary<SyntaxTree, ImmutableArray<Diagnostic>> Check(Compilation compilation, IReadOnlyCollection<SyntaxTree> trees)
    {
        ConcurrentDictionary<ISymbol, string> ids = new(SymbolEqualityComparer.Default);
        return trees
            .AsParallel()
            .Select(tree => (tree, refusals: new SymbolCheck(compilation, tree, ids).Check()))
            .Where(one => !one.refusals.IsEmpty)
            .ToDictionary(one => one.tree, one => one.refusals);
    }

    private ImmutableArray<Diagnostic> Check()
    {
        SyntaxNode root = model.SyntaxTree.GetRoot();
        foreach (SyntaxNode node in root.DescendantNodes(node => !IsNameOf(node)))
        {
            names.Check(node);
            declarations.Check(node);
            CheckCode(node);
            statics.Declare(node);
        }

        statics.Check(seen);
        return findings.All;
    }

    private void CheckCode(SyntaxNode node)
    {
        if (IsCode(node))
        {
            coveredUntil = Math.Max(coveredUntil, node.Span.End);
            if (model.GetOperation(node) is { } operation)
            {
                seen.AddRange(operations.Check(operation, model.GetDeclaredSymbol(node)));
                return;
            }
        }

        if (IsCode(node) || (IsCodeOrPart(node) && node.SpanStart >= coveredUntil))
        {
            findings.Add(node, "PG0202", "this construct is not available: write it with ordinary expressions");
        }
    }

    /// <summary>What holds operations and is part of none.</summary>
    private static bool IsCode(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => node.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        EqualsValueClauseSyntax => node.Parent is PropertyDeclarationSyntax or ParameterSyntax or EnumMemberDeclarationSyntax
            or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
        AttributeSyntax or PrimaryConstructorBaseTypeSyntax => true,
        _ => false,
    };

    private static bool IsCodeOrPart(SyntaxNode node) =>
        node is StatementSyntax or (ExpressionSyntax and not TypeSyntax and not OmittedArraySizeExpressionSyntax);

    private static bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
