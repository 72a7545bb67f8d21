using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks a type that the module defines: what it is and what it stands on. Its members are checked apart.</summary>
internal sealed class TypeCheck(EmittedModule module, EmittedType type)
{
    private static readonly string[] Roots = ["System.Object", "System.ValueType", "System.Enum", "System.MulticastDelegate"];

    private readonly TypeDefinition definition = module.Reader.GetTypeDefinition(type.Handle);

    /// <summary>The id of the base type; empty when there is none.</summary>
    public string Base { get; private set; } = "";

    public void Check()
    {
        if (type.Name == "<Module>" && definition.GetDeclaringType().IsNil)
        {
            Refuse(definition.GetMethods().Count + definition.GetFields().Count > 0, "the module itself has members");
            return;
        }

        CheckName();
        CheckFlags();
        CheckBase();
        CheckLayout();
        CheckInterfaces();
        CheckMethodImplementations();
        GenericParameterCheck.Check(module, type.Owner, definition.GetGenericParameters());
    }

    private void Refuse(bool isWrong, string message)
    {
        if (isWrong)
        {
            module.Refusals.Add(type.Owner, message);
        }
    }

    /// <summary>Outside of the policies' classes there is only what the compiler makes for all.</summary>
    private void CheckName()
    {
        if (!definition.GetDeclaringType().IsNil)
        {
            module.CountRow(TableIndex.NestedClass);
            return;
        }

        bool isMade = type.Outermost.StartsWith("<>", StringComparison.Ordinal) || type.IsDetails;
        bool isEmbedded = type.Outermost is "Microsoft.CodeAnalysis.EmbeddedAttribute" or "System.Runtime.CompilerServices.RefSafetyRulesAttribute";
        Refuse(type.Owner is null && !isMade && !isEmbedded, $"the type {type.Shape.Id} belongs to no policy");
    }

    private void CheckFlags()
    {
        const TypeAttributes Unwanted = TypeAttributes.Import | TypeAttributes.HasSecurity | TypeAttributes.RTSpecialName
            | TypeAttributes.WindowsRuntime | TypeAttributes.StringFormatMask;
        Refuse((definition.Attributes & Unwanted) != 0, $"the type {type.Shape.Id} is of an unusual kind: {definition.Attributes & Unwanted}");
    }

    private void CheckBase()
    {
        if (definition.BaseType.IsNil)
        {
            Refuse(!definition.Attributes.HasFlag(TypeAttributes.Interface), $"the type {type.Shape.Id} has no base type");
            return;
        }

        Shape inherited = module.Tokens.Type(definition.BaseType);
        Base = inherited.Definition;
        if (inherited.Kind == ShapeKind.External && Roots.Contains(inherited.Definition))
        {
            return;
        }

        module.Use(type.Owner, inherited);
        bool mayInherit = inherited.Kind == ShapeKind.Own
            || (inherited.Kind == ShapeKind.External && module.Permissions.AllowsAs(inherited.Definition, "inherit"));
        Refuse(!mayInherit, $"{type.Shape.Id} inherits from {inherited.Id}, which is not allowed");
    }

    /// <summary>Only the compiler's constant data has a size of its own; an empty struct is given one byte.</summary>
    private void CheckLayout()
    {
        TypeLayout layout = definition.GetLayout();
        bool isEmptyStruct = layout is { Size: 1, PackingSize: 0 } && definition.GetFields().All(IsStatic);
        bool isData = type is { IsDetails: true, Owner: null } && !definition.GetDeclaringType().IsNil && definition.GetFields().Count == 0;
        if (!layout.IsDefault)
        {
            module.CountRow(TableIndex.ClassLayout);
            Refuse(!isEmptyStruct && !isData, $"the type {type.Shape.Id} has a size of its own");
        }

        bool isAllowed = (definition.Attributes & TypeAttributes.LayoutMask) switch
        {
            TypeAttributes.AutoLayout => true,
            TypeAttributes.SequentialLayout => Base == "System.ValueType",
            _ => isData,
        };
        Refuse(!isAllowed, $"the type {type.Shape.Id} lays out its fields by itself");
    }

    private bool IsStatic(FieldDefinitionHandle field) =>
        module.Reader.GetFieldDefinition(field).Attributes.HasFlag(FieldAttributes.Static);

    private void CheckInterfaces()
    {
        foreach (InterfaceImplementationHandle handle in definition.GetInterfaceImplementations())
        {
            module.Visit(handle);
            InterfaceImplementation implementation = module.Reader.GetInterfaceImplementation(handle);
            AttributeCheck.Check(module, type.Owner, implementation.GetCustomAttributes());
            Shape implemented = module.Tokens.Type(implementation.Interface);
            module.Use(type.Owner, implemented);
            Refuse(!MayImplement(implemented), $"{type.Shape.Id} implements {implemented.Id}, which is not allowed");
        }
    }

    private bool MayImplement(Shape implemented) => implemented.Kind == ShapeKind.Own
        || (implemented.Kind == ShapeKind.External && module.Permissions.AllowsAs(implemented.Definition, "implement"));

    /// <summary>What a method implements under another name belongs to an interface, or to a type of the policy.</summary>
    private void CheckMethodImplementations()
    {
        foreach (MethodImplementationHandle handle in definition.GetMethodImplementations())
        {
            module.Visit(handle);
            MethodImplementation implementation = module.Reader.GetMethodImplementation(handle);
            bool isOwn = implementation.MethodBody.Kind == HandleKind.MethodDefinition
                && module.Reader.GetMethodDefinition((MethodDefinitionHandle)implementation.MethodBody).GetDeclaringType() == type.Handle;
            Refuse(!isOwn, $"{type.Shape.Id} implements a method with that of another type");
            CheckImplemented(implementation.MethodDeclaration);
        }
    }

    private void CheckImplemented(EntityHandle declaration)
    {
        if (declaration.Kind == HandleKind.MethodDefinition)
        {
            module.Use(type.Owner, module.Tokens.Member(declaration));
            return;
        }

        EntityHandle parent = declaration.Kind == HandleKind.MemberReference
            ? module.Reader.GetMemberReference((MemberReferenceHandle)declaration).Parent
            : throw new BadImageFormatException("a method implements what is no method");
        Shape implemented = module.Tokens.Type(parent);
        module.Use(type.Owner, implemented);
        Refuse(!MayImplement(implemented), $"{type.Shape.Id} implements a method of {implemented.Id}, which is not allowed");
    }
}
