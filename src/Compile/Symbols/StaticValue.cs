using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>Looks at what a static is made of, where its type alone does not tell that nothing in it changes.</summary>
internal sealed class StaticValue(SemanticModel model, DeclaredSymbols symbols, Immutability immutability)
{
    private static readonly string[] WithComparer =
        ["ImmutableDictionary", "ImmutableHashSet", "ImmutableSortedDictionary", "ImmutableSortedSet", "FrozenDictionary", "FrozenSet"];

    private bool? comparersChange;

    /// <summary>Whether a value of this type never changes: it cannot, or it was made in a way that shows it does not.</summary>
    public bool IsImmutable(ITypeSymbol type, SyntaxNode? initializer)
    {
        IOperation? value = Bare(initializer);
        return !MayHideCounting(type, value)
            && (IsImmutable(type, value)
                || (value?.Type is { } made && IsImmutable(made, value))
                || IsFunction(value)
                || IsComparerOfFunctions(value));
    }

    /// <summary>Whether a collection was made in its initialiser of what does not change, so that nobody else has it.</summary>
    public bool IsReadable(ITypeSymbol type, SyntaxNode? initializer) =>
        immutability.IsReadable(type)
        && Bare(initializer) is { } value
        && !MayHideCounting(type, value)
        && value is IObjectCreationOperation or ICollectionExpressionOperation or IArrayCreationOperation or IInvocationOperation
        && IsMadeOfValues(value)
        && value.DescendantsAndSelf().All(HoldsOnToNothing);

    /// <summary>A function that is made here, outside of others, has nothing to hold on to; one from elsewhere may count.</summary>
    private static bool HoldsOnToNothing(IOperation part) =>
        part.Type?.TypeKind != TypeKind.Delegate || IsFunction(Bare(part)) || IsEntry(part)
        || (IsWithinFunction(part) && Bare(part) is not IDelegateCreationOperation);

    /// <summary>Where an initialiser puts a function: <c>["key"] = …</c>.</summary>
    private static bool IsEntry(IOperation part) => part switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } } => true,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Parent: ISimpleAssignmentOperation assignment } => assignment.Target == part,
        _ => false,
    };

    private static bool IsWithinFunction(IOperation part)
    {
        for (IOperation? at = part.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsImmutable(ITypeSymbol type, IOperation? value) =>
        immutability.Of(type) && (!HidesComparer(type) || (IsMadeOfValues(value) && value!.DescendantsAndSelf().All(HoldsOnToNothing)));

    /// <summary>Where the policy has comparers that change, code of its own may have put one into a collection.</summary>
    private bool MayHideCounting(ITypeSymbol type, IOperation? value) =>
        HidesComparerWithin(type, [])
        && value?.DescendantsAndSelf().Any(IsOfPolicy) == true
        && (comparersChange ??= HasChangingComparers());

    /// <summary>A class that compares and changes, or a comparer of a function that holds on to something.</summary>
    private bool HasChangingComparers() =>
        new OwnTypes(model, symbols).All.Any(type => IsComparer(type) && !immutability.Of(type))
        || model.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => model.GetOperation(call) is IInvocationOperation { TargetMethod: { Name: "Create" } method } creation
                && IsComparer(method.ContainingType) && !IsComparerOfFunctions(creation));

    private bool IsOfPolicy(IOperation part) => part switch
    {
        IInvocationOperation call => symbols.IsOwn(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => symbols.IsOwn(constructor),
        IMemberReferenceOperation reference => symbols.IsOwn(reference.Member),
        _ => false,
    };

    private bool HidesComparerWithin(ITypeSymbol type, HashSet<ITypeSymbol> seen) =>
        seen.Add(type) && (HidesComparer(type) || Parts(type).Any(part => HidesComparerWithin(part, seen)));

    private IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named when symbols.IsOwn(named) =>
            [.. named.TypeArguments, .. named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type)],
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    /// <summary>A comparer is kept for good, and may count.</summary>
    private static bool HidesComparer(ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && (WithComparer.Contains(named.Name, StringComparer.Ordinal) || named.TypeArguments.Any(HidesComparer));

    private bool IsMadeOfValues(IOperation? value) =>
        value is not null && value.DescendantsAndSelf().All(part => part switch
        {
            IInvocationOperation { TargetMethod: var method } => (!symbols.IsOwn(method) && !symbols.Grants(method, "keeps")) || IsValue(part),
            IObjectCreationOperation => !symbols.IsOwn(part.Type!) || (IsValue(part) && !IsComparer(part.Type)),
            IFieldReferenceOperation or IPropertyReferenceOperation => !IsComparer(part.Type) || !symbols.IsOwn(((IMemberReferenceOperation)part).Member),
            IDeclarationExpressionOperation or IDeclarationPatternOperation => false,
            _ => true,
        });

    private bool IsValue(IOperation part) => part.Type is { } type && immutability.Of(type);

    private static bool IsComparer(ITypeSymbol? type) =>
        type is not null
        && type.AllInterfaces.Append(type).Any(one => one.Name is "IComparer" or "IEqualityComparer" or "Comparer" or "EqualityComparer");

    /// <summary>It holds on to nothing: in an initialiser there is only what functions around it have.</summary>
    private static bool IsFunction(IOperation? value) => value switch
    {
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: null } } => true,
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => function.Descendants().All(part => IsWithin(part, function)),
        _ => false,
    };

    private static bool IsWithin(IOperation part, IAnonymousFunctionOperation function)
    {
        ISymbol? holder = part switch
        {
            ILocalReferenceOperation local => local.Local.ContainingSymbol,
            IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol,
            _ => null,
        };
        while (holder is IMethodSymbol && !SymbolEqualityComparer.Default.Equals(holder, function.Symbol))
        {
            holder = holder.ContainingSymbol;
        }

        return holder is null or IMethodSymbol;
    }

    private bool IsComparerOfFunctions(IOperation? value) =>
        value is IInvocationOperation { TargetMethod: { Name: "Create" } method } creation
        && IsComparer(method.ContainingType)
        && !symbols.IsOwn(method)
        && creation.Arguments.All(argument => argument.IsImplicit || IsFunction(Bare(argument.Value)));

    private IOperation? Bare(SyntaxNode? initializer) =>
        initializer is null ? null : Bare((model.GetOperation(initializer) as ISymbolInitializerOperation)?.Value);

    private static IOperation? Bare(IOperation? operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion when conversion.GetConversion() is { IsUserDefined: false } => Bare(conversion.Operand),
        _ => operation,
    };
}
