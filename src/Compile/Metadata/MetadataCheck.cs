using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// The second check: whatever the first one let through, and whatever the compiler made of it, the image that is loaded
/// contains nothing but what is known and allowed. It looks at every table, signature and opcode; see
/// docs/decisions/005-two-checks.md.
/// </summary>
internal static class MetadataCheck
{
    /// <summary>Why the image must not be loaded; empty when it may. Never throws, whatever the bytes are.</summary>
    /// <param name="image">The bytes that are to be loaded.</param>
    /// <param name="policies">Whose classes the image should hold.</param>
    /// <param name="permissions">What it may refer to.</param>
    public static ImmutableArray<MetadataRefusal> Check(ImmutableArray<byte> image, PolicyClasses policies, Permissions permissions)
    {
        Refusals refusals = new();
        try
        {
            using PEReader reader = new(image);
            Check(reader, policies, permissions, refusals);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The reader has many ways to say that bytes make no sense, and each means that they must not be loaded.
            refusals.Add(null, $"the image is damaged: {exception.Message}");
        }

        return refusals.All;
    }

    private static void Check(PEReader image, PolicyClasses policies, Permissions permissions, Refusals refusals)
    {
        if (Add(refusals, ImageShape.Problems(image)))
        {
            return;
        }

        MetadataReader reader = image.GetMetadataReader(MetadataReaderOptions.None);
        Add(refusals, ImageShape.Problems(reader));
        EmittedModule module = new(image, reader, policies, permissions, refusals);
        CheckReferences(module);
        AttributeCheck.Check(module, null, reader.GetAssemblyDefinition().GetCustomAttributes());
        AttributeCheck.Check(module, null, reader.GetModuleDefinition().GetCustomAttributes());
        foreach (EmittedType type in module.Types.Own)
        {
            CheckType(module, type);
        }

        module.RefuseUnvisitedRows();
        if (refusals.IsEmpty)
        {
            CheckRest(module);
        }
    }

    private static bool Add(Refusals refusals, IEnumerable<string> problems)
    {
        bool isAny = false;
        foreach (string problem in problems)
        {
            refusals.Add(null, problem);
            isAny = true;
        }

        return isAny;
    }

    private static void CheckReferences(EmittedModule module)
    {
        foreach (AssemblyReferenceHandle handle in module.Reader.AssemblyReferences)
        {
            AssemblyReference reference = module.Reader.GetAssemblyReference(handle);
            bool isPlain = reference.Flags == 0 && reference.Culture.IsNil && reference.HashValue.IsNil;
            AssemblyIdentity name = AssemblyIdentity.Of(module.Reader, reference);
            if (!isPlain || !module.Permissions.References.Contains(name))
            {
                module.Refusals.Add(null, $"the assembly {name.Name} is not among those that policies may use");
            }
        }
    }

    private static void CheckType(EmittedModule module, EmittedType type)
    {
        module.Visit(type.Handle);
        TypeCheck check = new(module, type);
        check.Check();
        new MemberCheck(module, type).Check();
        TypeDefinition definition = module.Reader.GetTypeDefinition(type.Handle);
        AttributeCheck.Check(module, type.Owner, definition.GetCustomAttributes());
        MethodCheck methods = new(module, type, check.Base);
        foreach (MethodDefinitionHandle method in definition.GetMethods())
        {
            module.Refusals.Method = MetadataTokens.GetRowNumber(method);
            methods.Check(method);
        }

        module.Refusals.Method = 0;
    }

    /// <summary>
    /// What is referred to from nowhere is checked as well: it belongs to no policy, and so to all. While a policy is
    /// refused for what it refers to, this could not tell whose a reference is; the others are checked again without it.
    /// </summary>
    private static void CheckRest(EmittedModule module)
    {
        foreach (TypeReferenceHandle handle in module.Reader.TypeReferences)
        {
            Shape type = module.Types.External(handle);
            module.Refusals.Add(null, module.Permissions.KnowsType(type.Id) ? null : type.Problem);
        }

        for (int row = 1; row <= module.Reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            module.Refusals.Add(null, module.Tokens.Type(MetadataTokens.TypeSpecificationHandle(row)).Problem);
        }

        for (int row = 1; row <= module.Reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            module.Refusals.Add(null, module.Tokens.Member(MetadataTokens.MethodSpecificationHandle(row)).Problem);
        }

        foreach (MemberReferenceHandle handle in module.Reader.MemberReferences)
        {
            CheckRest(module, handle);
        }
    }

    private static void CheckRest(EmittedModule module, MemberReferenceHandle handle)
    {
        MemberReference member = module.Reader.GetMemberReference(handle);
        MemberFacts facts = module.Tokens.Member(handle);
        bool isOfAttribute = facts.Name == ".ctor"
            && module.Permissions.AllowsAttribute(module.Tokens.Type(member.Parent).Definition, owner: null);
        module.Refusals.Add(null, isOfAttribute ? null : facts.Problem);
    }
}
