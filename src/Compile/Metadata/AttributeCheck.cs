using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks the attributes of one place: which they are, and that their arguments are what they can be.</summary>
internal static class AttributeCheck
{
    public static void Check(EmittedModule module, string? owner, CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            module.Visit(handle);
            CustomAttribute attribute = module.Reader.GetCustomAttribute(handle);
            Shape type = module.Tokens.Type(TypeOf(module.Reader, attribute.Constructor));
            if (type.Kind != ShapeKind.Own && !(type.Kind == ShapeKind.External && module.Permissions.AllowsAttribute(type.Definition, owner)))
            {
                module.Refusals.Add(owner, $"the attribute {type.Id} is not allowed");
                continue;
            }

            CheckConstructor(module, owner, attribute.Constructor, type);
            string? problem = new AttributeArguments(module, owner).Problem(attribute);
            module.Refusals.Add(owner, problem is null ? null : $"the attribute {type.Id} {problem}");
        }
    }

    /// <summary>Whoever may write the attribute may use any of its constructors.</summary>
    private static void CheckConstructor(EmittedModule module, string? owner, EntityHandle constructor, Shape type)
    {
        if (type.Kind == ShapeKind.Own)
        {
            module.Use(owner, module.Tokens.Member(constructor));
        }
        else if (type.Id != type.Definition)
        {
            module.Use(owner, type);
        }
    }

    private static EntityHandle TypeOf(MetadataReader reader, EntityHandle constructor) => constructor.Kind switch
    {
        HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
        HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
        _ => throw new BadImageFormatException("an attribute has no constructor"),
    };
}
