using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>Code that no C# compiler writes without unsafe: one change for each opcode and each order.</summary>
public sealed class ChangedCodeTests
{
    private static readonly OpCode[] Refused =
    [
        OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Localloc, OpCodes.Refanytype, OpCodes.Arglist, OpCodes.Break, OpCodes.Ckfinite,
        OpCodes.Volatile, OpCodes.Tail, OpCodes.Ldind_I, OpCodes.Stind_I, OpCodes.Ldelem_I, OpCodes.Stelem_I,
    ];

    private static readonly Dictionary<string, (string Expected, Func<ChangedImage, Instruction[]> Code)> Sequences = new()
    {
        ["unaligned"] = ("Unaligned", _ => [Instruction.Create(OpCodes.Unaligned, (byte)1)]),
        ["no checks"] = ("65049", _ => [Instruction.Create(OpCodes.No, (byte)1)]),
        ["size of"] = ("Sizeof", image => [Instruction.Create(OpCodes.Sizeof, image.Module.TypeSystem.Int32)]),
        ["copy of an object"] = ("Cpobj", image => [Instruction.Create(OpCodes.Cpobj, image.Module.TypeSystem.Int32)]),
        ["making of a typed reference"] = ("Mkrefany", image => [Instruction.Create(OpCodes.Mkrefany, image.Module.TypeSystem.Int32)]),
        ["value of a typed reference"] = ("Refanyval", image => [Instruction.Create(OpCodes.Refanyval, image.Module.TypeSystem.Int32)]),
        ["jump to a method"] = ("Jmp", image => [Instruction.Create(OpCodes.Jmp, image.Run)]),
        ["indirect call"] = ("Calli", image => [Instruction.Create(OpCodes.Calli, new CallSite(image.Module.TypeSystem.Void))]),
        ["address of a method"] = ("Ldftn", image => [Instruction.Create(OpCodes.Ldftn, image.Run), Instruction.Create(OpCodes.Pop)]),
        ["delegate of an address"] = ("Newobj", image =>
        [
            Instruction.Create(OpCodes.Ldnull), Instruction.Create(OpCodes.Ldc_I4_0), Instruction.Create(OpCodes.Conv_I),
            Instruction.Create(OpCodes.Newobj, image.Constructor(image.Of("System", "Action"), image.Module.TypeSystem.Object, image.Module.TypeSystem.IntPtr)),
            Instruction.Create(OpCodes.Pop),
        ]),
        ["delegate made as another object"] = ("without making a delegate", image =>
        [
            Instruction.Create(OpCodes.Call, image.Constructor(image.Of("System", "Action"), image.Module.TypeSystem.Object, image.Module.TypeSystem.IntPtr)),
        ]),
        ["token of a type"] = ("Ldtoken", image => [Instruction.Create(OpCodes.Ldtoken, image.Box), Instruction.Create(OpCodes.Pop)]),
        ["token of a field"] = ("Ldtoken", image => [Instruction.Create(OpCodes.Ldtoken, image.Policy.Fields[0]), Instruction.Create(OpCodes.Pop)]),
        ["token of a method"] = ("not that of a type", image => [Instruction.Create(OpCodes.Ldtoken, image.Run), Instruction.Create(OpCodes.Pop)]),
        ["array from what is no token"] = ("Call", image => [Instruction.Create(OpCodes.Call, InitializeArray(image))]),
        ["address of constant data"] = ("Ldsflda", image => [Instruction.Create(OpCodes.Ldsflda, Data(image)), Instruction.Create(OpCodes.Pop)]),
        ["value of constant data"] = ("Ldsfld", image => [Instruction.Create(OpCodes.Ldsfld, Data(image)), Instruction.Create(OpCodes.Pop)]),
        ["span past constant data"] = ("Newobj", image =>
        [
            Instruction.Create(OpCodes.Ldsflda, Data(image)), Instruction.Create(OpCodes.Ldc_I4, 1000),
            Instruction.Create(OpCodes.Newobj, SpanOver(image, image.Module.TypeSystem.Byte)), Instruction.Create(OpCodes.Pop),
        ]),
        ["span of references over constant data"] = ("Newobj", image =>
        [
            Instruction.Create(OpCodes.Ldsflda, Data(image)), Instruction.Create(OpCodes.Ldc_I4_1),
            Instruction.Create(OpCodes.Newobj, SpanOver(image, image.Module.TypeSystem.String)), Instruction.Create(OpCodes.Pop),
        ]),
        ["prefix before nothing"] = ("Constrained", image => [Instruction.Create(OpCodes.Constrained, image.Box), Instruction.Create(OpCodes.Nop)]),
        ["assignment to a field of the framework"] = ("may not change", image =>
        [
            Instruction.Create(OpCodes.Ldnull),
            Instruction.Create(OpCodes.Stsfld, new FieldReference("Empty", image.Module.TypeSystem.String, image.Module.TypeSystem.String)),
        ]),
        ["assignment to a read-only field"] = ("may not change", image =>
            [Instruction.Create(OpCodes.Ldnull), Instruction.Create(OpCodes.Stsfld, image.Policy.Fields[0])]),
        ["call of what is not listed"] = ("System.GC.Collect", image =>
            [Instruction.Create(OpCodes.Call, ChangedImage.Static(image.Of("System", "GC"), "Collect", image.Module.TypeSystem.Void))]),
        ["cast to what is not listed"] = ("System.IO.Stream", image =>
            [Instruction.Create(OpCodes.Ldnull), Instruction.Create(OpCodes.Castclass, image.Of("System.IO", "Stream")), Instruction.Create(OpCodes.Pop)]),
    };

    public static TheoryData<string> RefusedOpcodes => [.. Refused.Select(opcode => opcode.Name)];

    public static TheoryData<string> Names => [.. Sequences.Keys];

    [Theory]
    [MemberData(nameof(RefusedOpcodes))]
    public void An_opcode_that_verifiable_code_does_not_need_is_refused(string name) =>
        Refuses(image => image.Insert(Refused.Single(opcode => opcode.Name == name)), "is not allowed, in");

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_is_refused_for_what_is_inserted(string name) =>
        Refuses(image => image.Insert(Sequences[name].Code(image)), Sequences[name].Expected);

    [Fact]
    public void Code_that_runs_past_its_end_is_refused() =>
        Refuses(image => image.Run.Body.Instructions.RemoveAt(image.Run.Body.Instructions.Count - 1), "past its end");

    [Fact]
    public void A_branch_into_a_delegate_is_refused() => Refuses(
        image =>
        {
            MethodDefinition make = image.Policy.Methods.Single(method => method.Name == "Make");
            Instruction made = make.Body.Instructions.First(instruction => instruction.OpCode == OpCodes.Newobj);
            make.Body.Instructions.Insert(0, Instruction.Create(OpCodes.Br, made));
        },
        "jumps to where no instruction begins");

    [Fact]
    public void A_handler_for_what_is_not_listed_is_refused() => Refuses(
        image =>
        {
            Instruction end = Instruction.Create(OpCodes.Nop);
            image.Insert(Instruction.Create(OpCodes.Leave, end), Instruction.Create(OpCodes.Pop), Instruction.Create(OpCodes.Leave, end), end);
            Mono.Collections.Generic.Collection<Instruction> code = image.Run.Body.Instructions;
            image.Run.Body.ExceptionHandlers.Add(new(ExceptionHandlerType.Catch)
            {
                TryStart = code[0],
                TryEnd = code[1],
                HandlerStart = code[1],
                HandlerEnd = code[3],
                CatchType = image.Of("System.Threading", "ThreadInterruptedException"),
            });
        },
        "System.Threading.ThreadInterruptedException");

    private static void Refuses(Action<ChangedImage> change, string expected) => EmittedImage.Check(ChangedImage.Of(change))
        .ShouldContain(refusal => refusal.PolicyClass == "P_a" && refusal.Message.Contains(expected, StringComparison.Ordinal)
            || refusal.PolicyClass == null && refusal.Message.Contains("damaged", StringComparison.Ordinal) && refusal.Message.Contains(expected, StringComparison.Ordinal));

    private static FieldDefinition Data(ChangedImage image) =>
        image.Module.GetType("<PrivateImplementationDetails>").Fields.First(field => field.InitialValue.Length > 0);

    private static MethodReference InitializeArray(ChangedImage image) => ChangedImage.Static(
        image.Of("System.Runtime.CompilerServices", "RuntimeHelpers"),
        "InitializeArray",
        image.Module.TypeSystem.Void,
        image.Of("System", "Array"),
        image.Of("System", "RuntimeFieldHandle", isValue: true));

    private static MethodReference SpanOver(ChangedImage image, TypeReference element)
    {
        TypeReference open = image.Of("System", "ReadOnlySpan`1", isValue: true);
        open.GenericParameters.Add(new GenericParameter(open));
        GenericInstanceType span = new(open);
        span.GenericArguments.Add(element);
        return image.Constructor(span, new PointerType(image.Module.TypeSystem.Void), image.Module.TypeSystem.Int32);
    }
}
