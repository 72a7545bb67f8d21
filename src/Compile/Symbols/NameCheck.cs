using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>Looks at every name that is written, wherever it stands.</summary>
internal sealed class NameCheck(SemanticModel model, DeclaredSymbols symbols, TypeCheck types, MemberCheck members, Findings findings)
{
    public void Check(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax name:
                CheckName(name);
                break;
            case ArrayTypeSyntax or NullableTypeSyntax or TupleTypeSyntax when model.GetTypeInfo(node).Type is { } type:
                findings.AddAny(node, "PG0201", types.Refusal(type));
                break;
        }
    }

    private void CheckName(SimpleNameSyntax name)
    {
        SymbolInfo named = model.GetSymbolInfo(name);
        IEnumerable<ISymbol> meant = named.Symbol is { } symbol ? [symbol] : named.CandidateSymbols;
        foreach (ISymbol one in meant)
        {
            findings.AddAny(name, "PG0201", members.Refusal(one) ?? Hidden(one));
        }
    }

    private string? Hidden(ISymbol symbol) =>
        symbol is INamedTypeSymbol && symbols.Grants(symbol, "implied") ? $"'{symbol.Name}' is the compiler's: write an interpolated string" : null;
}
