using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Metering;
using PolicyGate.Model.Governance;
using PolicyClasses = PolicyGate.Compile.Metadata.PolicyClasses;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Weaves budgets into compiled policies: every method pays at its entry, at every turn and for what it calls, and its
/// handlers let pass what ends an evaluation.
/// </summary>
internal static class Weaver
{
    /// <summary>The same policies, paying. The same image gives the same bytes.</summary>
    /// <param name="image">An assembly that the compiler emitted; it refers only to what policies may.</param>
    /// <param name="policies">Whose types it holds; null when it is no policy's.</param>
    /// <exception cref="WeavingException">A policy holds something that no budget can bound.</exception>
    public static byte[] Weave(byte[] image, PolicyClasses? policies = null)
    {
        using ReferenceResolver resolver = new();
        using MemoryStream stream = new(image);
        using ModuleDefinition module = ModuleDefinition.ReadModule(stream, new ReaderParameters { AssemblyResolver = resolver });
        new ModuleWeaver(module, policies).Weave();
        using MemoryStream woven = new();
        module.Write(woven, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        return woven.ToArray();
    }
}

/// <summary>Weaves all methods of a module.</summary>
internal sealed class ModuleWeaver
{
    private readonly ModuleDefinition module;
    private readonly PolicyClasses? policies;
    private readonly MeteringMembers metering;
    private readonly LibraryCalls library;
    private readonly Thunks thunks = new();
    private readonly Queue<MethodDefinition> waiting;

    /// <summary>Methods that delegates are made of.</summary>
    private readonly HashSet<MethodDefinition> delegates;

    public ModuleWeaver(ModuleDefinition module, PolicyClasses? policies)
    {
        (this.module, this.policies) = (module, policies);
        metering = new(module);
        library = new(module, metering);
        waiting = new(module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody));
        delegates = [.. waiting.SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn && !library.Has((MethodReference)instruction.Operand))
            .Select(instruction => ((MethodReference)instruction.Operand).Resolve())];
    }

    public void Weave()
    {
        Expansion.Check(module);
        foreach (TypeDefinition type in module.GetTypes())
        {
            Frames.Check(type);
        }

        while (waiting.TryDequeue(out MethodDefinition? method))
        {
            Weave(method);
        }

        foreach (MethodDefinition factory in module.Types.SelectMany(type => type.Methods).Where(method => method.Name == CompiledName.Factory))
        {
            InitializeTypes(factory);
        }
    }

    /// <summary>Generic types cannot be named here: see LateStatics.</summary>
    private void InitializeTypes(MethodDefinition factory)
    {
        IEnumerable<TypeDefinition> outermost = module.Types.Where(type => policies?.OwnerOf(type.FullName) == factory.DeclaringType.Name);
        ILProcessor code = factory.Body.GetILProcessor();
        Instruction first = factory.Body.Instructions[0];
        foreach (TypeDefinition type in outermost.SelectMany(WithNested).Where(HasStaticsOfItsOwn))
        {
            code.InsertBefore(first, Instruction.Create(OpCodes.Ldtoken, type));
            code.InsertBefore(first, metering.Call(typeof(Toll), nameof(Toll.Initialize)));
        }
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static bool HasStaticsOfItsOwn(TypeDefinition type) =>
        !type.HasGenericParameters && type.Name != "<>c" && type.Methods.Any(method => method.IsConstructor && method.IsStatic);

    private void Weave(MethodDefinition method)
    {
        try
        {
            new MethodWeaver(method, delegates.Contains(method), metering, library, instruction => Delegated(method, instruction)).Weave();
            Frames.Check(method);
        }
        catch (NotSupportedException refusal)
        {
            throw new WeavingException(Frames.Outermost(method.DeclaringType).FullName, refusal.Message, (int)method.MetadataToken.RID);
        }
    }

    private MethodReference Delegated(MethodDefinition caller, Instruction instruction)
    {
        MethodReference member = (MethodReference)instruction.Operand;
        bool isVirtual = instruction.OpCode == OpCodes.Ldvirtftn;
        MethodReference thunk = thunks.For(caller, member, LibraryCalls.IsStruct(member), isVirtual, out MethodDefinition? made);
        if (made is not null)
        {
            delegates.Add(made);
            waiting.Enqueue(made);
        }

        return thunk;
    }
}
