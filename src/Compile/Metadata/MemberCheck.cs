using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks the fields, properties and events of a type.</summary>
internal sealed class MemberCheck(EmittedModule module, EmittedType type)
{
    private readonly TypeDefinition definition = module.Reader.GetTypeDefinition(type.Handle);

    public void Check()
    {
        foreach (FieldDefinitionHandle field in definition.GetFields())
        {
            CheckField(field);
        }

        foreach (PropertyDefinitionHandle property in definition.GetProperties())
        {
            CheckProperty(property);
        }

        foreach (EventDefinitionHandle handle in definition.GetEvents())
        {
            CheckEvent(handle);
        }
    }

    private void Refuse(bool isWrong, string message)
    {
        if (isWrong)
        {
            module.Refusals.Add(type.Owner, message);
        }
    }

    private void CheckField(FieldDefinitionHandle handle)
    {
        module.Visit(handle);
        FieldDefinition field = module.Reader.GetFieldDefinition(handle);
        string name = $"{type.Shape.Id}.{module.Reader.GetString(field.Name)}";
        Shape shape = module.Signatures.Field(field.Signature);
        module.Use(type.Owner, shape);
        Refuse(shape.Kind == ShapeKind.Reference, $"the field {name} is a reference");
        const FieldAttributes Unwanted = FieldAttributes.HasFieldMarshal | FieldAttributes.PinvokeImpl;
        Refuse((field.Attributes & Unwanted) != 0, $"the field {name} is of an unusual kind: {field.Attributes & Unwanted}");
        Refuse(IsShared(field), $"the static field {name} may change");
        CheckData(handle, field, name);
        CheckConstant(field.GetDefaultValue());
        AttributeCheck.Check(module, type.Owner, field.GetCustomAttributes());
    }

    /// <summary>
    /// State that one evaluation could leave for the next. The compiler keeps delegates that capture nothing in static
    /// fields of types that it makes, and among its details arrays of constant texts, which it hands out as read-only spans.
    /// </summary>
    private bool IsShared(FieldDefinition field) =>
        field.Attributes.HasFlag(FieldAttributes.Static)
        && (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0
        && !(type.IsCompilerMade && module.Reader.GetString(field.Name).StartsWith('<'))
        && !type.IsDetails;

    /// <summary>Constant data lies in the image; its field must not reach past it.</summary>
    private void CheckData(FieldDefinitionHandle handle, FieldDefinition field, string name)
    {
        if (!field.Attributes.HasFlag(FieldAttributes.HasFieldRVA))
        {
            return;
        }

        module.CountRow(TableIndex.FieldRva);
        bool isReadOnly = field.Attributes.HasFlag(FieldAttributes.Static) && field.Attributes.HasFlag(FieldAttributes.InitOnly);
        PEMemoryBlock data = module.Image.GetSectionData(field.GetRelativeVirtualAddress());
        Refuse(
            !type.IsDetails || !isReadOnly || module.DataSize(handle) is not { } size || size > data.Length,
            $"the field {name} is laid over data of the image");
    }

    private void CheckConstant(ConstantHandle handle)
    {
        if (!handle.IsNil)
        {
            ConstantCheck.Check(module, handle);
        }
    }

    private void CheckProperty(PropertyDefinitionHandle handle)
    {
        module.Visit(handle);
        PropertyDefinition property = module.Reader.GetPropertyDefinition(handle);
        MethodSignature<Shape> signature = module.Signatures.Method(property.Signature);
        foreach (Shape shape in signature.ParameterTypes.Add(signature.ReturnType))
        {
            module.Use(type.Owner, shape);
        }

        PropertyAccessors accessors = property.GetAccessors();
        CheckAccessors([accessors.Getter, accessors.Setter, .. accessors.Others]);
        CheckConstant(property.GetDefaultValue());
        AttributeCheck.Check(module, type.Owner, property.GetCustomAttributes());
    }

    private void CheckEvent(EventDefinitionHandle handle)
    {
        module.Visit(handle);
        EventDefinition definition = module.Reader.GetEventDefinition(handle);
        module.Use(type.Owner, module.Tokens.Type(definition.Type));
        EventAccessors accessors = definition.GetAccessors();
        CheckAccessors([accessors.Adder, accessors.Remover, accessors.Raiser, .. accessors.Others]);
        AttributeCheck.Check(module, type.Owner, definition.GetCustomAttributes());
    }

    private void CheckAccessors(IEnumerable<MethodDefinitionHandle> accessors)
    {
        foreach (MethodDefinitionHandle accessor in accessors.Where(accessor => !accessor.IsNil))
        {
            module.CountRow(TableIndex.MethodSemantics);
            bool isOwn = module.Reader.GetMethodDefinition(accessor).GetDeclaringType() == type.Handle;
            Refuse(!isOwn, $"a property or event of {type.Shape.Id} has an accessor of another type");
        }
    }
}
