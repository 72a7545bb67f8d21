using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PolicyGate.Compile.Metadata;

/// <summary>A type that the module defines.</summary>
/// <param name="Handle">Its row.</param>
/// <param name="Name">Its own name in metadata.</param>
/// <param name="Outermost">The full name of the type that encloses it and all its enclosing types, or its own.</param>
/// <param name="Shape">How it looks in signatures.</param>
internal sealed record EmittedType(TypeDefinitionHandle Handle, string Name, string Outermost, Shape Shape)
{
    /// <summary>The class of the policy to which it belongs; null when the compiler made it for all of them.</summary>
    public string? Owner => Shape.Owner;

    /// <summary>C# has no names with angle brackets, so that they are the compiler's; which proves nothing by itself.</summary>
    public bool IsCompilerMade => Name.StartsWith('<') || (Owner is null && Outermost.StartsWith('<'));

    public bool IsDetails => Outermost == "<PrivateImplementationDetails>";
}

/// <summary>The types of the module and those that it refers to, each looked at once.</summary>
internal sealed class EmittedTypes
{
    private readonly MetadataReader reader;
    private readonly PolicyClasses policies;
    private readonly Permissions permissions;
    private readonly EmittedType[] own;
    private readonly Shape?[] external;
    private readonly Lazy<HashSet<(string?, string)>> ownById;

    public EmittedTypes(MetadataReader reader, PolicyClasses policies, Permissions permissions)
    {
        this.reader = reader;
        this.policies = policies;
        this.permissions = permissions;
        external = new Shape?[reader.TypeReferences.Count];
        own = new EmittedType[reader.TypeDefinitions.Count];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            own[Row(handle)] = Defined(handle);
        }

        ownById = new(() => [.. own.Select(type => (type.Owner, type.Shape.Id))]);
    }

    public IReadOnlyList<EmittedType> Own => own;

    /// <summary>Whether the policy has a type of this id.</summary>
    public bool Has(string? owner, string id) => ownById.Value.Contains((owner, id));

    public EmittedType this[TypeDefinitionHandle handle] => own[Row(handle)];

    public Shape External(TypeReferenceHandle handle) => external[Row(handle)] ??= Referred(handle, depth: 0);

    private EmittedType Defined(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            // An enclosing type has the earlier row (ECMA-335 II.22.32), so that no type can enclose itself.
            EmittedType enclosing = Row(outer) < Row(handle) ? this[outer] : throw new BadImageFormatException("a type is nested in a later one");
            return new(handle, name, enclosing.Outermost, Shown($"{enclosing.Shape.Id}.{name}", enclosing.Owner));
        }

        string ns = reader.GetString(type.Namespace);
        string full = ns == "" ? name : $"{ns}.{name}";
        return new(handle, name, full, Shown(full, policies.OwnerOf(ns, name)));
    }

    private static Shape Shown(string id, string? owner) => new(id, id, ShapeKind.Own, Owner: owner);

    private Shape Referred(TypeReferenceHandle handle, int depth)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        string ns = reader.GetString(type.Namespace);
        string id = type.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference => ns == "" ? name : $"{ns}.{name}",
            HandleKind.TypeReference when depth < 16 => $"{Referred((TypeReferenceHandle)type.ResolutionScope, depth + 1).Id}.{name}",
            _ => throw new BadImageFormatException("a type reference leads into no other assembly"),
        };
        return new(id, id, ShapeKind.External, permissions.AllowsType(id) ? null : $"the type {id} is not among those that policies may use");
    }

    private static int Row(EntityHandle handle) => MetadataTokens.GetRowNumber(handle) - 1;
}
