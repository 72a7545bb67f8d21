using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Types are initialised before a policy is made, but for generic ones, of which there are as many as are used, and classes
/// with extensions, which stand beside the policy's. Those are initialised at their first use, so their statics must not
/// be made of others', which may at that time be half made.
/// </summary>
internal sealed class LateStatics(SemanticModel model, DeclaredSymbols symbols, Findings findings)
{
    /// <param name="node">Declares a static, or is a static constructor.</param>
    /// <param name="type">The type that holds it.</param>
    public void Check(SyntaxNode node, INamedTypeSymbol type)
    {
        if (IsLate(type) && Operations(node).Any(operation => IsOfOthers(operation, type)))
        {
            findings.Add(node, "PG0205", $"statics of '{type.Name}' are made at its first use, of what other types hold at that time: put them into a class without type parameters and extensions");
        }
    }

    private static bool IsLate(INamedTypeSymbol type) =>
        type.IsGenericType || type.IsFileLocal || (type.ContainingType is { } outer && IsLate(outer));

    private IEnumerable<IOperation> Operations(SyntaxNode node) => node.DescendantNodesAndSelf()
        .Where(part => part is EqualsValueClauseSyntax or ConstructorDeclarationSyntax)
        .SelectMany(part => model.GetOperation(part)?.DescendantsAndSelf() ?? []);

    private bool IsOfOthers(IOperation operation, INamedTypeSymbol type) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => IsOther(field, type),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => IsOther(property, type),
        IInvocationOperation { TargetMethod: var method } => IsOther(method, type),
        IMethodReferenceOperation { Method: var method } => IsOther(method, type),
        IObjectCreationOperation { Constructor: { } constructor } => IsOther(constructor, type) && HasStatics(constructor.ContainingType),
        _ => false,
    };

    private bool IsOther(ISymbol member, INamedTypeSymbol type) =>
        symbols.IsOwn(member) && !SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, type.OriginalDefinition);

    private static bool HasStatics(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: true, IsConst: false });
}
