using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Statics outlive the judgement of a subject, so they may hold nothing that changes: what a policy learned of one
/// subject must not reach the verdict on the next.
/// </summary>
internal sealed class StaticCheck
{
    private const string Instead = "make it a variable of the script, which is fresh for each judgement, or an ImmutableArray";

    private readonly Immutability immutability;
    private readonly StaticValue values;
    private readonly LateStatics late;
    private readonly List<ISymbol> readable = [];

    private readonly SemanticModel model;
    private readonly DeclaredSymbols symbols;
    private readonly Findings findings;

    public StaticCheck(SemanticModel model, DeclaredSymbols symbols, Findings findings)
    {
        (this.model, this.symbols, this.findings) = (model, symbols, findings);
        immutability = new(model, symbols);
        values = new(model, symbols, immutability);
        late = new(model, symbols, findings);
    }

    /// <summary>Looks at what is declared, and remembers what may be static only because it is only read.</summary>
    public void Declare(SyntaxNode node)
    {
        ISymbol? symbol = node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } => model.GetDeclaredSymbol(node),
            PropertyDeclarationSyntax => model.GetDeclaredSymbol(node),
            EventDeclarationSyntax or ConstructorDeclarationSyntax => model.GetDeclaredSymbol(node),
            _ => null,
        };
        if (symbol is { IsStatic: true, ContainingType: { } type } and (IFieldSymbol { IsConst: false } or IPropertySymbol or IMethodSymbol))
        {
            late.Check(node, type);
        }

        switch (symbol)
        {
            case IEventSymbol { IsStatic: true, IsAbstract: false }:
                findings.Add(node, "PG0205", $"the static event '{symbol.Name}' would outlive a judgement: {Instead}");
                break;
            case IFieldSymbol { IsStatic: true, IsConst: false } field when !DeclaredSymbols.IsGenerated(field):
                Declare(node, field, field.Type, field.IsReadOnly);
                break;
            case IPropertySymbol { IsStatic: true, IsAbstract: false } property when BackingField(property) is { } field:
                Declare(node, property, property.Type, field.IsReadOnly);
                break;
        }
    }

    /// <summary>Looks at what is done with those that may only be read.</summary>
    public void Check(IReadOnlyList<IOperation> operations)
    {
        if (readable.Count > 0)
        {
            new ReadOnlyUse(symbols, immutability, findings).Check(readable, operations);
        }
    }

    private void Declare(SyntaxNode node, ISymbol symbol, ITypeSymbol type, bool isReadOnly)
    {
        if (!isReadOnly)
        {
            findings.Add(node, "PG0205", $"'{symbol.Name}' is static and can change: {Instead}");
        }
        else if (values.IsReadable(type, Initializer(node)))
        {
            readable.Add(symbol);
        }
        else if (!values.IsImmutable(type, Initializer(node)))
        {
            findings.Add(node, "PG0205", $"'{symbol.Name}' is static and what it holds can change: {Instead}");
        }
    }

    private static SyntaxNode? Initializer(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    private static IFieldSymbol? BackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
