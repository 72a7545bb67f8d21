using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>Decodes signatures into shapes. What is not ordinary managed C# is a problem of the shape.</summary>
internal sealed class ShapeProvider(EmittedTypes types, Permissions permissions) : ISignatureTypeProvider<Shape, object?>
{
    private const string Native = "native integers are not allowed";
    private static readonly Shape[] Primitives = [.. Enumerable.Range(0, (int)PrimitiveTypeCode.Object + 1).Select(code => Primitive((PrimitiveTypeCode)code))];

    public Shape GetPrimitiveType(PrimitiveTypeCode typeCode) => (int)typeCode < Primitives.Length
        ? Primitives[(int)typeCode]
        : throw new BadImageFormatException("a signature names an unknown primitive type");

    public Shape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        types[handle].Shape;

    public Shape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        types.External(handle);

    /// <summary>The compiler never writes one in a signature, and it could name itself without end.</summary>
    public Shape GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        throw new BadImageFormatException("a signature names a type specification");

    public Shape GetSZArrayType(Shape elementType) => permissions.AsArgument(elementType).Made($"{elementType.Id}[]", ShapeKind.Array);

    public Shape GetArrayType(Shape elementType, ArrayShape shape) => shape.Rank is > 1 and <= 32 && shape.Sizes.IsEmpty
        ? permissions.AsArgument(elementType).Made(DocumentationId.OfArray(elementType.Id, shape), ShapeKind.Array)
        : throw new BadImageFormatException("a signature has an array of a shape that C# does not have");

    public Shape GetByReferenceType(Shape elementType) => elementType.Made($"{elementType.Id}@", ShapeKind.Reference);

    public Shape GetGenericInstantiation(Shape genericType, ImmutableArray<Shape> typeArguments) =>
        typeArguments.Aggregate(
            genericType with { Id = DocumentationId.OfInstance(genericType.Definition, typeArguments) },
            (whole, argument) => whole.With(permissions.AsArgument(argument)));

    public Shape GetGenericTypeParameter(object? genericContext, int index) => Shape.Parameter($"`{index}");

    public Shape GetGenericMethodParameter(object? genericContext, int index) => Shape.Parameter($"``{index}");

    /// <summary>Documentation comment ids leave modifiers out.</summary>
    public Shape GetModifiedType(Shape modifier, Shape unmodifiedType, bool isRequired) =>
        modifier.Kind == ShapeKind.External && permissions.AllowsModifier(modifier.Definition)
            ? unmodifiedType
            : unmodifiedType with { Problem = $"the modifier {modifier.Id} is not allowed in signatures" };

    public Shape GetPointerType(Shape elementType) =>
        elementType.Made($"{elementType.Id}*", ShapeKind.Reference, $"pointers are not allowed: {elementType.Id}*");

    public Shape GetFunctionPointerType(MethodSignature<Shape> signature) =>
        new("=FUNC", "=FUNC", ShapeKind.Reference, "function pointers are not allowed");

    public Shape GetPinnedType(Shape elementType) =>
        elementType.Made(elementType.Id, elementType.Kind, "pinned variables are not allowed");

    private static Shape Primitive(PrimitiveTypeCode code)
    {
        string id = $"System.{code}";
        return new(id, id, ShapeKind.Primitive, code switch
        {
            PrimitiveTypeCode.IntPtr or PrimitiveTypeCode.UIntPtr => Native,
            PrimitiveTypeCode.TypedReference => "typed references are not allowed",
            _ => null,
        });
    }
}
