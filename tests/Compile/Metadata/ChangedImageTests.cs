using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Compile.Metadata;
using PolicyGate.Metering;
using Instruction = Mono.Cecil.Cil.Instruction;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>What no C# compiler writes, written into an ordinary image: one change for each table and construct.</summary>
public sealed class ChangedImageTests
{
    private static readonly Dictionary<string, (string Expected, Action<ChangedImage> Change)> Changes = new()
    {
        ["entry point"] = ("entry point", image => image.Module.EntryPoint = image.Run),
        ["preferred word size"] = ("not just managed code", image => image.Module.Attributes |= ModuleAttributes.Required32Bit),
        ["claim of a strong name"] = ("not just managed code", image => image.Module.Attributes |= ModuleAttributes.StrongNameSigned),
        ["program"] = ("no library", image => image.Module.Kind = ModuleKind.Console),
        ["resource"] = ("directory of resources", image => image.Module.Resources.Add(new EmbeddedResource("r", ManifestResourceAttributes.Public, [1]))),
        ["linked file"] = ("File", image => image.Module.Resources.Add(new LinkedResource("r", ManifestResourceAttributes.Public, "x.bin"))),
        ["forwarded type"] = ("ExportedType", image => image.Module.ExportedTypes.Add(
            new ExportedType("A", "B", image.Module, image.Module.AssemblyReferences[0]) { IsForwarder = true })),
        ["reference to a module"] = ("ModuleRef", image => image.Module.ModuleReferences.Add(new ModuleReference("kernel"))),
        ["platform invocation"] = ("ImplMap", image => image.Policy.Methods.Add(Imported(image))),
        ["declared permission"] = ("DeclSecurity", image => image.Policy.SecurityDeclarations.Add(Demand(image))),
        ["marshalled field"] = ("FieldMarshal", image => image.Box.Fields[0].MarshalInfo = new(NativeType.I4)),
        ["field at an offset"] = ("FieldLayout", image => image.Box.Fields[0].Offset = 4),
        ["explicit layout"] = ("lays out its fields", image => image.Box.Attributes |= TypeAttributes.ExplicitLayout),
        ["size of a class"] = ("size of its own", image => (image.Box.ClassSize, image.Box.PackingSize) = (100, 1)),
        ["imported type"] = ("unusual kind", image => image.Box.Attributes |= TypeAttributes.Import),
        ["type with names of Windows"] = ("unusual kind", image => image.Box.Attributes |= TypeAttributes.UnicodeClass),
        ["method of the module"] = ("module itself", image => image.Module.GetType("<Module>").Methods.Add(Empty(image, ".cctor"))),
        ["type without a base"] = ("no base type", image => image.Box.BaseType = null),
        ["type of no policy"] = ("belongs to no policy", image => image.Module.Types.Add(
            new("PolicyGate.Compiled", "Q", TypeAttributes.Class, image.Module.TypeSystem.Object))),
        ["native method"] = ("unusual way", image => image.Run.ImplAttributes |= MethodImplAttributes.Native),
        ["unmanaged method"] = ("unusual way", image => image.Run.ImplAttributes |= MethodImplAttributes.Unmanaged),
        ["method of the runtime"] = ("unusual way", image => image.Run.ImplAttributes |= MethodImplAttributes.Runtime),
        ["exported method"] = ("unusual kind", image => image.Run.Attributes |= MethodAttributes.UnmanagedExport),
        ["method that demands security"] = ("unusual kind", image => image.Run.Attributes |= MethodAttributes.RequireSecObject),
        ["finalizer by another name"] = ("implements a method of System.Object", image => Override(image, "Finalize")),
        ["finalizer"] = ("finalizer", image => image.Box.Methods.Single(method => method.Name == "get_Name").Name = "Finalize"),
        ["variable arguments"] = ("calling convention", image => image.Run.CallingConvention = MethodCallingConvention.VarArg),
        ["other assembly"] = ("the assembly System.Console", image => image.Module.AssemblyReferences.Add(new("System.Console", new(10, 0, 0, 0)))),
        ["other version"] = ("the assembly System.Runtime", image => image.Module.AssemblyReferences.Single(r => r.Name == "System.Runtime").Version = new(9, 0, 0, 0)),
        ["other key"] = ("the assembly System.Runtime", image => image.Module.AssemblyReferences.Single(r => r.Name == "System.Runtime").PublicKeyToken = [1, 2, 3, 4, 5, 6, 7, 8]),
        ["reference with a hash"] = ("the assembly System.Runtime", image => image.Module.AssemblyReferences.Single(r => r.Name == "System.Runtime").Culture = "en"),
        ["modified type"] = ("modifier", image => image.Box.Fields[0].FieldType =
            new OptionalModifierType(image.Of("System.Runtime.CompilerServices", "IsConst"), image.Module.TypeSystem.Int32)),
        ["pointer"] = ("pointers are not allowed", image => image.Box.Fields[0].FieldType = new PointerType(image.Module.TypeSystem.Int32)),
        ["typed reference"] = ("typed references", image => image.Run.Body.Variables.Add(new(image.Module.TypeSystem.TypedReference))),
        ["pinned variable"] = ("pinned", image => image.Run.Body.Variables.Add(new(new PinnedType(image.Module.TypeSystem.Object)))),
        ["variables that are not cleared"] = ("not cleared", image => image.Run.Body.InitLocals = false),
        ["field that is a reference"] = ("is a reference", image => image.Box.Fields[0].FieldType = new ByReferenceType(image.Module.TypeSystem.Int32)),
        ["static field"] = ("may change", image => image.Policy.Fields[0].IsInitOnly = false),
        ["data under a policy's field"] = ("laid over data", image => image.Policy.Fields.Add(Data(image))),
        ["inheritance from the framework"] = ("inherits from", image => image.Box.BaseType = image.Of("System", "MarshalByRefObject")),
        ["interface of the framework"] = ("implements", image => image.Box.Interfaces.Add(new(image.Of("System", "IAsyncDisposable")))),
        ["constraint"] = ("System.IO.Stream", image => Constrain(image)),
        ["attribute"] = ("the attribute", image => image.Box.CustomAttributes.Add(
            new(image.Constructor(image.Of("System", "ThreadStaticAttribute"))))),
        ["arguments of an attribute"] = ("arguments that policies cannot write", image => image.Box.CustomAttributes.Add(
            new(image.Constructor(image.Of("System", "FlagsAttribute")), [1, 0, 0, 0, 7]))),
        ["other accessor of a property"] = ("accessor of another type", image => image.Box.Properties[0].OtherMethods.Add(image.Run)),
        ["method behind a delegate's methods"] = ("has a method More", image => image.Policy.NestedTypes.Single(type => type.Name == "Count").Methods.Add(Empty(image, "More"))),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_image_is_refused_for_what_is_changed(string change)
    {
        (string expected, Action<ChangedImage> act) = Changes[change];
        EmittedImage.Check(ChangedImage.Of(act)).ShouldContain(refusal => refusal.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void An_image_that_was_only_read_and_written_passes() => EmittedImage.Check(ChangedImage.Of(_ => { })).ShouldBeEmpty();

    [Fact]
    public void Meters_pass_only_where_they_have_been_woven_in()
    {
        byte[] image = ChangedImage.Of(Meter);
        const string Meters = "PolicyGate.Metering.BudgetSpentException";
        EmittedImage.Check(image).ShouldNotBeEmpty();
        MetadataCheck.Check([.. image], EmittedImage.Classes, Permissions.OfWoven([$"T:{Meters}", $"M:{Meters}.#ctor(System.String)"])).ShouldBeEmpty();
        MetadataCheck.Check([.. image], EmittedImage.Classes, Permissions.OfWoven([$"T:{Meters}"])).ShouldNotBeEmpty();
    }

    private static void Meter(ChangedImage image) => image.Insert(
        Instruction.Create(OpCodes.Ldnull),
        Instruction.Create(OpCodes.Newobj, MeterOf(image)),
        Instruction.Create(OpCodes.Pop));

    private static MethodReference MeterOf(ChangedImage image)
    {
        System.Reflection.AssemblyName metering = typeof(BudgetSpentException).Assembly.GetName();
        AssemblyNameReference assembly = new(metering.Name, metering.Version);
        image.Module.AssemblyReferences.Add(assembly);
        TypeReference type = new("PolicyGate.Metering", nameof(BudgetSpentException), image.Module, assembly);
        return image.Constructor(type, image.Module.TypeSystem.String);
    }

    private static MethodDefinition Empty(ChangedImage image, string name)
    {
        MethodDefinition method = new(
            name, MethodAttributes.Static | MethodAttributes.Private | (name == ".cctor" ? MethodAttributes.SpecialName | MethodAttributes.RTSpecialName : 0),
            image.Module.TypeSystem.Void);
        method.Body.Instructions.Add(Instruction.Create(OpCodes.Ret));
        return method;
    }

    private static MethodDefinition Imported(ChangedImage image)
    {
        ModuleReference library = new("libc");
        image.Module.ModuleReferences.Add(library);
        MethodDefinition method = new("getpid", MethodAttributes.Static | MethodAttributes.PInvokeImpl, image.Module.TypeSystem.Int32)
        {
            PInvokeInfo = new(PInvokeAttributes.CallConvCdecl, "getpid", library),
        };
        return method;
    }

    private static SecurityDeclaration Demand(ChangedImage image)
    {
        image.Policy.HasSecurity = true;
        return new(SecurityAction.Assert, [(byte)'.', 0]);
    }

    private static FieldDefinition Data(ChangedImage image) =>
        new("data", FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.HasFieldRVA, image.Module.TypeSystem.Int32) { InitialValue = [1, 2, 3, 4] };

    private static void Override(ChangedImage image, string name)
    {
        MethodReference implemented = new(name, image.Module.TypeSystem.Void, image.Module.TypeSystem.Object) { HasThis = true };
        MethodDefinition method = Empty(image, "Clean");
        method.Attributes = MethodAttributes.Virtual | MethodAttributes.Private | MethodAttributes.NewSlot;
        method.HasThis = true;
        method.Overrides.Add(implemented);
        image.Box.Methods.Add(method);
    }

    private static void Constrain(ChangedImage image)
    {
        GenericParameter parameter = new("T", image.Run);
        parameter.Constraints.Add(new(image.Of("System.IO", "Stream")));
        image.Run.GenericParameters.Add(parameter);
    }
}
