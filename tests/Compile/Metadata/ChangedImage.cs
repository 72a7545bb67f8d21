using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>An ordinary image in which something has been changed that no compiler writes.</summary>
internal sealed class ChangedImage(ModuleDefinition module)
{
    public ModuleDefinition Module => module;

    public TypeDefinition Policy => module.GetType("PolicyGate.Compiled.P_a");

    public TypeDefinition Box => Policy.NestedTypes.Single(type => type.Name == "Box");

    public MethodDefinition Run => Policy.Methods.Single(method => method.Name == "Run");

    public static byte[] Of(Action<ChangedImage> change) => Of(EmittedImage.Plain, change);

    public static byte[] Of(byte[] image, Action<ChangedImage> change)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image));
        change(new(module));
        using MemoryStream changed = new();
        module.Write(changed);
        return changed.ToArray();
    }

    /// <summary>Puts instructions before all others of the method; it need not make sense to run it.</summary>
    public void Insert(params Instruction[] instructions)
    {
        for (int at = 0; at < instructions.Length; at++)
        {
            Run.Body.Instructions.Insert(at, instructions[at]);
        }
    }

    public void Insert(params OpCode[] opcodes) => Insert([.. opcodes.Select(opcode => Instruction.Create(opcode))]);

    public TypeReference Of(string ns, string name, bool isValue = false) =>
        new(ns, name, module, module.AssemblyReferences.Single(reference => reference.Name == "System.Runtime"), isValue);

    public MethodReference Constructor(TypeReference type, params TypeReference[] parameters) =>
        With(new MethodReference(".ctor", module.TypeSystem.Void, type) { HasThis = true }, parameters);

    public static MethodReference Static(TypeReference type, string name, TypeReference result, params TypeReference[] parameters) =>
        With(new MethodReference(name, result, type), parameters);

    private static MethodReference With(MethodReference method, TypeReference[] parameters)
    {
        foreach (TypeReference parameter in parameters)
        {
            method.Parameters.Add(new(parameter));
        }

        return method;
    }
}
