using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>What the tokens of the module stand for, each found out once.</summary>
internal sealed class Tokens(MetadataReader reader, EmittedTypes types, Signatures signatures, Permissions permissions)
{
    private readonly Dictionary<EntityHandle, Shape> specifications = [];
    private readonly Dictionary<EntityHandle, MemberFacts> members = [];
    private readonly Dictionary<EntityHandle, ImmutableArray<Shape>> parameters = [];
    private readonly Dictionary<EntityHandle, EmittedType> declaringTypes = DeclaringTypes(reader, types);

    /// <summary>The type of a definition, reference or specification.</summary>
    public Shape Type(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => types[(TypeDefinitionHandle)handle].Shape,
        HandleKind.TypeReference => types.External((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => Specification((TypeSpecificationHandle)handle),
        _ => throw new BadImageFormatException("a token is not that of a type"),
    };

    /// <summary>The field or method of a definition, reference or specification.</summary>
    public MemberFacts Member(EntityHandle handle)
    {
        if (!members.TryGetValue(handle, out MemberFacts? facts))
        {
            facts = handle.Kind switch
            {
                HandleKind.MethodDefinition => Defined((MethodDefinitionHandle)handle),
                HandleKind.FieldDefinition => Defined((FieldDefinitionHandle)handle),
                HandleKind.MemberReference => Referred((MemberReferenceHandle)handle),
                HandleKind.MethodSpecification => Specified((MethodSpecificationHandle)handle),
                _ => throw new BadImageFormatException("a token is not that of a member"),
            };
            members[handle] = facts;
        }

        return facts;
    }

    /// <summary>The parameters of a constructor that an attribute names.</summary>
    public ImmutableArray<Shape> ParametersOf(EntityHandle constructor)
    {
        if (!parameters.TryGetValue(constructor, out ImmutableArray<Shape> found))
        {
            BlobHandle signature = constructor.Kind == HandleKind.MethodDefinition
                ? reader.GetMethodDefinition((MethodDefinitionHandle)constructor).Signature
                : reader.GetMemberReference((MemberReferenceHandle)constructor).Signature;
            found = signatures.Method(signature).ParameterTypes;
            parameters[constructor] = found;
        }

        return found;
    }

    private static Dictionary<EntityHandle, EmittedType> DeclaringTypes(MetadataReader reader, EmittedTypes types)
    {
        Dictionary<EntityHandle, EmittedType> found = [];
        foreach (EmittedType type in types.Own)
        {
            TypeDefinition definition = reader.GetTypeDefinition(type.Handle);
            foreach (MethodDefinitionHandle method in definition.GetMethods())
            {
                Claim(found, method, type);
            }

            foreach (FieldDefinitionHandle field in definition.GetFields())
            {
                Claim(found, field, type);
            }
        }

        return found;
    }

    private static void Claim(Dictionary<EntityHandle, EmittedType> found, EntityHandle member, EmittedType type)
    {
        if (!found.TryAdd(member, type))
        {
            throw new BadImageFormatException("a member belongs to two types");
        }
    }

    private Shape Specification(TypeSpecificationHandle handle)
    {
        if (!specifications.TryGetValue(handle, out Shape? shape))
        {
            shape = signatures.Specification(reader.GetTypeSpecification(handle).Signature);
            specifications[handle] = shape;
        }

        return shape;
    }

    private EmittedType DeclaringType(EntityHandle member) =>
        declaringTypes.GetValueOrDefault(member) ?? throw new BadImageFormatException("a member belongs to no type");

    private MemberFacts Defined(MethodDefinitionHandle handle)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        return OfMethod(DeclaringType(handle).Shape, reader.GetString(method.Name), signatures.Method(method.Signature));
    }

    private MemberFacts Defined(FieldDefinitionHandle handle)
    {
        FieldDefinition field = reader.GetFieldDefinition(handle);
        return OfField(DeclaringType(handle).Shape, reader.GetString(field.Name), signatures.Field(field.Signature));
    }

    private MemberFacts Referred(MemberReferenceHandle handle)
    {
        MemberReference member = reader.GetMemberReference(handle);
        Shape parent = member.Parent.Kind is HandleKind.TypeReference or HandleKind.TypeSpecification
            ? Type(member.Parent)
            : throw new BadImageFormatException("a member reference has a parent that C# does not give it");
        string name = reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Field
            ? OfField(parent, name, signatures.Field(member.Signature))
            : OfMethod(parent, name, signatures.Method(member.Signature));
    }

    private MemberFacts Specified(MethodSpecificationHandle handle)
    {
        MethodSpecification method = reader.GetMethodSpecification(handle);
        return method.Method.Kind is HandleKind.MethodDefinition or HandleKind.MemberReference
            ? signatures.Arguments(method.Signature).Aggregate(Member(method.Method), (whole, argument) => whole.With(permissions.AsArgument(argument)))
            : throw new BadImageFormatException("a method specification names no method");
    }

    private MemberFacts OfField(Shape parent, string name, Shape type)
    {
        string id = DocumentationId.OfField(parent.Definition, name);
        MemberFacts facts = Judged(new(id, name, parent.Kind, Problem: null, parent.Owner, Value: StackKinds.Of(type)), parent);
        return parent.Kind == ShapeKind.Own ? facts.With(type) : facts;
    }

    /// <summary>The id of a listed member tells its parameters, so that they need no permission of their own.</summary>
    private MemberFacts OfMethod(Shape parent, string name, MethodSignature<Shape> signature)
    {
        string id = DocumentationId.OfMethod(parent.Definition, name, signature);
        Frame frame = Frame.Of(signature, isValueType: null);
        if (IsDelegateConstructor(parent, name, signature))
        {
            return new(id, name, parent.Kind, parent.Problem, parent.Owner, Frame: frame, IsDelegateConstructor: true);
        }

        MemberFacts facts = Judged(new(id, name, parent.Kind, Problem: null, parent.Owner, Frame: frame), parent);
        return parent.Kind == ShapeKind.Own
            ? signature.ParameterTypes.Aggregate(facts.With(signature.ReturnType), (whole, parameter) => whole.With(parameter))
            : facts;
    }

    /// <summary>Of a delegate or, for what has that signature, refused where it is not followed by one.</summary>
    private static bool IsDelegateConstructor(Shape parent, string name, MethodSignature<Shape> signature) =>
        name == ".ctor"
        && parent.Kind is ShapeKind.External or ShapeKind.Own
        && signature.ParameterTypes is [{ Id: "System.Object" }, { Id: "System.IntPtr" }];

    /// <summary>Whether a member of this type may be used at all, and where.</summary>
    private MemberFacts Judged(MemberFacts facts, Shape parent) => parent.Kind switch
    {
        ShapeKind.Own => facts with { Problem = parent.Problem },
        ShapeKind.Array when facts.Name is ".ctor" or "Get" or "Set" or "Address" => facts with { Problem = parent.Problem },
        ShapeKind.External when permissions.AllowsMember(facts.Id) => facts with { Problem = parent.Problem },
        ShapeKind.External when permissions.CompilerPlaces(facts.Id) is { } places =>
            facts with { Places = places.Length == 0 ? null : places, Problem = parent.Problem },
        _ => facts with { Problem = $"{facts.Id[2..]} is not among the members that policies may use" },
    };
}
