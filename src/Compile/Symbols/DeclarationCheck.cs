using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>Looks at what is declared: attributes, bases, interfaces, overrides.</summary>
internal sealed class DeclarationCheck(SemanticModel model, DeclaredSymbols symbols, Findings findings)
{
    public void Check(SyntaxNode node)
    {
        if (node is TypeDeclarationSyntax && model.GetDeclaredSymbol(node) is INamedTypeSymbol type)
        {
            CheckType(node, type);
        }

        switch (node)
        {
            case AttributeSyntax attribute:
                CheckAttribute(attribute);
                break;
            case BaseTypeDeclarationSyntax { BaseList: { } bases }:
                CheckBases(bases);
                break;
            case MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseFieldDeclarationSyntax:
                CheckMember(node);
                break;
        }
    }

    private void CheckAttribute(AttributeSyntax attribute)
    {
        if (model.GetTypeInfo(attribute).Type is not { } type || !symbols.Grants(type, "attribute"))
        {
            findings.Add(attribute, "PG0206", $"the attribute '{attribute.Name}' is not available: nobody would read it; leave it out");
        }
    }

    private void CheckBases(BaseListSyntax bases)
    {
        foreach (BaseTypeSyntax written in bases.Types)
        {
            if (model.GetTypeInfo(written.Type).Type is not INamedTypeSymbol type || symbols.IsOwn(type) || IsUnderlying(bases))
            {
                continue;
            }

            bool isInterface = type.TypeKind == TypeKind.Interface;
            if (!symbols.Grants(type, isInterface ? "implement" : "inherit"))
            {
                findings.Add(written, "PG0206", $"'{type.Name}' cannot be {(isInterface ? "implemented" : "inherited")} by a policy");
            }
        }
    }

    private void CheckType(SyntaxNode node, INamedTypeSymbol type)
    {
        if (IsEqualUnhashed(type))
        {
            findings.Add(node, "PG0203", $"'{type.Name}' says when two are equal but leaves their hash code to chance: override GetHashCode too, or make it a record");
        }

        if (type.TypeKind != TypeKind.Interface && Borrowed(type) is { } member)
        {
            findings.Add(node, "PG0206", $"'{type.Name}' has '{member.Name}' of an interface from the library: write it here");
        }
    }

    /// <summary>A call by way of an interface of the policy's own is one of the policy's own, and must not lead to the library.</summary>
    private ISymbol? Borrowed(INamedTypeSymbol type) => type.AllInterfaces
        .Where(one => symbols.IsOwn(one))
        .SelectMany(one => one.GetMembers())
        .FirstOrDefault(member => type.FindImplementationForInterfaceMember(member) is { } implementation && !symbols.IsOwn(implementation));

    /// <summary>Its Equals is asked about those whose hash codes are equal, and the runtime's differ from run to run.</summary>
    private bool IsEqualUnhashed(INamedTypeSymbol type) =>
        type is { IsRecord: false, TypeKind: TypeKind.Class or TypeKind.Struct }
        && (Overrides(type, nameof(Equals), parameters: 1) || type.AllInterfaces.Any(one => symbols.Id(one) == "T:System.IEquatable`1"))
        && !Overrides(type, nameof(GetHashCode), parameters: 0);

    private bool Overrides(INamedTypeSymbol type, string name, int parameters) =>
        symbols.IsOwn(type)
        && (type.GetMembers(name).Any(member => member is IMethodSymbol { IsOverride: true } method && method.Parameters.Length == parameters)
            || (type.BaseType is { } inherited && Overrides(inherited, name, parameters)));

    /// <summary>What follows the colon of an enum is no base.</summary>
    private static bool IsUnderlying(BaseListSyntax bases) => bases.Parent is EnumDeclarationSyntax;

    private void CheckMember(SyntaxNode node)
    {
        ISymbol? member = model.GetDeclaredSymbol(node);
        if (member is IMethodSymbol { Name: "Finalize", Parameters.IsEmpty: true })
        {
            findings.Add(node, "PG0206", "finalizers are not available: use 'using' and IDisposable");
        }

        foreach (IMethodSymbol overridden in Overridden(member))
        {
            if (!symbols.IsOwn(overridden) && !symbols.IsListed(overridden))
            {
                findings.Add(node, "PG0206", $"'{overridden.ContainingType.Name}.{overridden.AssociatedSymbol?.Name ?? overridden.Name}' cannot be overridden");
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Overridden(ISymbol? member) => member switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => [First(method)],
        IPropertySymbol property =>
            new[] { property.GetMethod?.OverriddenMethod, property.SetMethod?.OverriddenMethod }.OfType<IMethodSymbol>().Select(First),
        _ => [],
    };

    /// <summary>Where the member was introduced: the ToString of an exception is object's.</summary>
    private static IMethodSymbol First(IMethodSymbol method) => method.OverriddenMethod is { } overridden ? First(overridden) : method;
}
