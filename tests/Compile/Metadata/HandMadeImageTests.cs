using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using PolicyGate.Compile.Metadata;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>Images that are written row by row, for what no compiler and no rewriter would write.</summary>
public sealed class HandMadeImageTests
{
    private static readonly AssemblyReferenceHandle Runtime = MetadataTokens.AssemblyReferenceHandle(1);
    private static readonly TypeReferenceHandle ObjectType = MetadataTokens.TypeReferenceHandle(1);

    private static readonly Dictionary<string, (string Expected, Action<MetadataBuilder> Write)> Images = new()
    {
        ["type that nothing uses"] = ("System.IO.File", rows => Refer(rows, "System.IO", "File")),
        ["member that nothing uses"] = ("System.Object.GetType", rows =>
            rows.AddMemberReference(ObjectType, rows.GetOrAddString("GetType"), Blob(rows, 0x20, 0x00, 0x1C))),
        ["specification that nothing uses"] = ("pointers are not allowed", rows => rows.AddTypeSpecification(Blob(rows, 0x0F, 0x08))),
        ["specification of itself"] = ("damaged", rows => rows.AddTypeSpecification(Blob(rows, 0x12, 0x06))),
        ["reference to the module itself"] = ("leads into no other assembly", rows =>
            rows.AddTypeReference(EntityHandle.ModuleDefinition, default, rows.GetOrAddString("X"))),
        ["reference inside of itself"] = ("leads into no other assembly", rows =>
            rows.AddTypeReference(MetadataTokens.TypeReferenceHandle(2), default, rows.GetOrAddString("X"))),
        ["types inside of each other"] = ("nested in a later one", Enclose),
        ["signature of endless depth"] = ("made of more than", rows => rows.AddTypeSpecification(Blob(rows, [.. Enumerable.Repeat((byte)0x1D, 50_000), 0x08]))),
        ["function pointer"] = ("function pointers", rows => rows.AddTypeSpecification(Blob(rows, 0x1B, 0x00, 0x00, 0x01))),
        ["array with bounds"] = ("an array of a shape", rows => rows.AddTypeSpecification(Blob(rows, 0x14, 0x08, 0x02, 0x01, 0x05, 0x00))),
        ["modifier"] = ("the modifier System.Object", rows => rows.AddTypeSpecification(Blob(rows, 0x20, 0x05, 0x08))),
        ["attribute of a reference"] = ("rows that belong to nothing", AttributeOfReference),
        ["constant of nothing"] = ("rows that belong to nothing", rows => rows.AddConstant(MetadataTokens.FieldDefinitionHandle(9), 3)),
        ["parameter of nothing"] = ("rows that belong to nothing", rows => rows.AddParameter(0, rows.GetOrAddString("p"), 1)),
        ["method without code"] = ("has no code", rows => AddMethod(rows, Blob(rows, 0x00, 0x00, 0x01))),
        ["method with other type parameters"] = ("other type parameters", rows => AddMethod(rows, Blob(rows, 0x10, 0x02, 0x00, 0x01))),
        ["method that is static and is not"] = ("static and is not", rows => AddMethod(rows, Blob(rows, 0x20, 0x00, 0x01))),
        ["method of an unmanaged convention"] = ("calling convention", rows => AddMethod(rows, Blob(rows, 0x02, 0x00, 0x01))),
        ["second assembly reference of the runtime's core"] = ("System.Private.CoreLib", rows =>
            rows.AddAssemblyReference(rows.GetOrAddString("System.Private.CoreLib"), new(10, 0, 0, 0), default, default, default, default)),
        ["file"] = ("the metadata table File", rows => rows.AddAssemblyFile(rows.GetOrAddString("x"), default, containsMetadata: false)),
        ["edit log"] = ("the metadata table EncLog", rows => rows.AddEncLogEntry(ObjectType, EditAndContinueOperation.Default)),
        ["debug rows"] = ("the metadata table Document", rows => rows.AddDocument(default, default, default, default)),
        ["marked as unverifiable"] = ("the attribute System.Security.UnverifiableCodeAttribute", AttributeOfModule),
    };

    public static TheoryData<string> Names => [.. Images.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_image_is_refused_for_one_row(string name) =>
        Check(Images[name].Write).ShouldContain(refusal => refusal.Message.Contains(Images[name].Expected, StringComparison.Ordinal));

    [Fact]
    public void The_image_to_which_the_row_is_added_passes() => Check(_ => { }).ShouldBeEmpty();

    [Fact]
    public void An_image_that_may_hold_native_code_is_refused()
    {
        byte[] image = [.. EmittedImage.Plain];
        int flags = new PEHeaders(new MemoryStream(image)).CorHeaderStartOffset + 16;
        image[flags] = 0;
        EmittedImage.Check(image).ShouldContain(refusal => refusal.Message.Contains("not just managed code", StringComparison.Ordinal));
    }

    private static ImmutableArray<MetadataRefusal> Check(Action<MetadataBuilder> write)
    {
        MetadataBuilder rows = new();
        rows.AddModule(0, rows.GetOrAddString("m.dll"), rows.GetOrAddGuid(new Guid(1, 2, 3, new byte[8])), default, default);
        rows.AddAssembly(rows.GetOrAddString("PolicyGate.Compiled"), new(0, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.Sha1);
        AssemblyIdentity runtime = AssemblyIdentity.OfPolicies.Single(reference => reference.Name == "System.Runtime");
        rows.AddAssemblyReference(
            rows.GetOrAddString(runtime.Name), runtime.Version, default, rows.GetOrAddBlob(Convert.FromHexString(runtime.PublicKeyToken)), default, default);
        Refer(rows, "System", "Object");
        rows.AddTypeDefinition(0, default, rows.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        AddType(rows, "PolicyGate.Compiled", "P_a");
        write(rows);
        BlobBuilder image = new();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(rows, suppressValidation: true), new BlobBuilder(), strongNameSignatureSize: 0).Serialize(image);
        return EmittedImage.Check(image.ToArray());
    }

    private static TypeReferenceHandle Refer(MetadataBuilder rows, string ns, string name) =>
        rows.AddTypeReference(Runtime, rows.GetOrAddString(ns), rows.GetOrAddString(name));

    private static TypeDefinitionHandle AddType(MetadataBuilder rows, string ns, string name) => rows.AddTypeDefinition(
        TypeAttributes.Abstract | TypeAttributes.Sealed, rows.GetOrAddString(ns), rows.GetOrAddString(name), ObjectType,
        MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

    private static BlobHandle Blob(MetadataBuilder rows, params byte[] bytes) => rows.GetOrAddBlob(bytes);

    private static void AddMethod(MetadataBuilder rows, BlobHandle signature) => rows.AddMethodDefinition(
        MethodAttributes.Static, MethodImplAttributes.IL, rows.GetOrAddString("Run"), signature, -1, MetadataTokens.ParameterHandle(1));

    private static void Enclose(MetadataBuilder rows)
    {
        TypeDefinitionHandle first = AddType(rows, "", "A");
        TypeDefinitionHandle second = AddType(rows, "", "B");
        rows.AddNestedType(first, second);
        rows.AddNestedType(second, first);
    }

    private static void AttributeOfReference(MetadataBuilder rows) =>
        rows.AddCustomAttribute(ObjectType, Constructor(rows, Refer(rows, "System", "FlagsAttribute")), Blob(rows, 1, 0, 0, 0));

    private static void AttributeOfModule(MetadataBuilder rows) => rows.AddCustomAttribute(
        EntityHandle.ModuleDefinition, Constructor(rows, Refer(rows, "System.Security", "UnverifiableCodeAttribute")), Blob(rows, 1, 0, 0, 0));

    private static MemberReferenceHandle Constructor(MetadataBuilder rows, TypeReferenceHandle type) =>
        rows.AddMemberReference(type, rows.GetOrAddString(".ctor"), Blob(rows, 0x20, 0x00, 0x01));
}
