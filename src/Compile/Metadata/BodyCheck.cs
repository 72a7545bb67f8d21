using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks the code of one method: its opcodes, what they refer to, and that they stand in order.</summary>
internal sealed class BodyCheck(EmittedModule module, EmittedType type, string name, Frame frame)
{
    private ImmutableArray<Shape> locals = [];

    /// <param name="body">The code of the method.</param>
    public void Check(MethodBodyBlock body)
    {
        CheckLocals(body);
        List<Instruction> code = Instruction.All(body.GetILReader());
        if (code.FindIndex(IsRefused) is >= 0 and int refused)
        {
            Refuse($"the opcode {code[refused].Opcode} is not allowed, in {Where}");
            return;
        }

        OrderCheck order = new(module, code);
        for (int at = 0; at < code.Count; at++)
        {
            CheckOperand(code[at]);
            Refuse(order.IsInOrder(at) ? null : $"the opcode {code[at].Opcode} stands in {Where} where the compiler does not write it");
        }

        string? problem = new FlowCheck(module, type.Owner).Problem(code, order, body)
            ?? new StackCheck(module, frame, [.. locals.Select(StackKinds.Of)]).Problem(code, body);
        Refuse(problem is null ? null : $"{problem}, in {Where}");
    }

    private string Where => $"{type.Shape.Id}.{name}";

    private void Refuse(string? message) => module.Refusals.Add(type.Owner, message);

    private bool IsRefused(Instruction instruction) =>
        instruction.Operand == Operand.Refused || (instruction.Opcode == ILOpCode.Sizeof && !module.Permissions.AllowsSizes);

    private void CheckLocals(MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil)
        {
            return;
        }

        if (!body.LocalVariablesInitialized)
        {
            Refuse($"the variables of {Where} are not cleared");
        }

        StandaloneSignature signature = module.Reader.GetStandaloneSignature(body.LocalSignature);
        locals = module.Signatures.Locals(signature.Signature);
        foreach (Shape local in locals)
        {
            module.Use(type.Owner, local);
        }
    }

    private void CheckOperand(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case Operand.String:
                CheckString(instruction.Value);
                break;
            case Operand.Type:
                CheckType(instruction);
                break;
            case Operand.Field:
                CheckField(instruction);
                break;
            case Operand.Method:
                CheckMethod(instruction);
                break;
            case Operand.Token:
                CheckToken(instruction.Token);
                break;
            case Operand.OneByte or Operand.TwoBytes when instruction.Opcode != ILOpCode.Ldc_i4_s:
                CheckVariable(instruction);
                break;
        }
    }

    private void CheckString(int token)
    {
        Handle handle = MetadataTokens.Handle(token);
        if (handle.Kind != HandleKind.UserString)
        {
            throw new BadImageFormatException("a token is not that of a string");
        }

        module.Reader.GetUserString((UserStringHandle)handle);
    }

    private void CheckType(Instruction instruction)
    {
        Shape shape = module.Tokens.Type(instruction.Token);
        bool isArray = instruction.Opcode is ILOpCode.Newarr;
        module.Use(type.Owner, isArray ? module.Permissions.AsArgument(shape) : shape);
    }

    private void CheckField(Instruction instruction)
    {
        MemberFacts facts = module.Tokens.Member(instruction.Token);
        UseAt(facts, isMethod: false);
        if (instruction.Opcode == ILOpCode.Stsfld && !MayAssign(instruction.Token, facts))
        {
            Refuse($"{facts.Id[2..]} is assigned in {Where}, and may not change");
        }
    }

    /// <summary>
    /// The fields of other assemblies never; read-only ones of this only while their type is made. References to
    /// fields of generic types name no definition, and are left to the runtime, which refuses the same.
    /// </summary>
    private bool MayAssign(EntityHandle token, MemberFacts facts) => token.Kind switch
    {
        HandleKind.FieldDefinition =>
            name == ".cctor"
            || !module.Reader.GetFieldDefinition((FieldDefinitionHandle)token).Attributes.HasFlag(FieldAttributes.InitOnly),
        _ => facts.Kind == ShapeKind.Own,
    };

    private void CheckMethod(Instruction instruction)
    {
        MemberFacts facts = module.Tokens.Member(instruction.Token);
        UseAt(facts, isMethod: true);
        if (facts.IsDelegateConstructor && instruction.Opcode != ILOpCode.Newobj)
        {
            Refuse($"{facts.Id[2..]} is called without making a delegate, in {Where}");
        }
    }

    /// <summary>Uses a member here: what only the compiler writes must be in its place.</summary>
    private void UseAt(MemberFacts facts, bool isMethod)
    {
        if (facts.IsMethod != isMethod)
        {
            throw new BadImageFormatException("a token is of a field where a method belongs, or the other way round");
        }

        module.Use(type.Owner, facts);
        if (facts.Places is { } places && !places.Any(place => Places.Holds(place, type, name, module.Reader)))
        {
            Refuse($"{facts.Id[2..]} is used in {Where}, where the compiler does not use it");
        }
    }

    private void CheckToken(EntityHandle token)
    {
        if (token.Kind == HandleKind.FieldDefinition)
        {
            module.Use(type.Owner, module.Tokens.Member(token));
        }
        else
        {
            module.Use(type.Owner, module.Tokens.Type(token));
        }
    }

    private void CheckVariable(Instruction instruction)
    {
        bool isLocal = instruction.Opcode is ILOpCode.Ldloc or ILOpCode.Ldloc_s or ILOpCode.Ldloca or ILOpCode.Ldloca_s
            or ILOpCode.Stloc or ILOpCode.Stloc_s;
        if (instruction.Value >= (isLocal ? locals.Length : frame.Arguments.Length))
        {
            throw new BadImageFormatException($"{Where} uses a variable that it does not have");
        }
    }
}
