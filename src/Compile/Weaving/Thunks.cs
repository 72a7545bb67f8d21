using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Methods that stand for members of the library where a delegate is made of one: the library would call itself through
/// such a delegate, and nothing would be paid.
/// </summary>
internal sealed class Thunks
{
    private readonly Dictionary<string, MethodDefinition> made = new(StringComparer.Ordinal);

    /// <summary>A reference, in the caller's own terms, to a static method that takes the receiver first.</summary>
    /// <param name="caller">Where the delegate is made.</param>
    /// <param name="member">The library's.</param>
    /// <param name="isStruct">Whether it is a struct's; the receiver comes boxed.</param>
    /// <param name="isVirtual">Whether the receiver says which method it is.</param>
    /// <param name="isNew">Whether the method was made just now and is not woven yet.</param>
    public MethodReference For(MethodDefinition caller, MethodReference member, bool isStruct, bool isVirtual, out MethodDefinition? isNew)
    {
        string key = $"{caller.DeclaringType.FullName} {(caller.HasGenericParameters ? caller.FullName : "")} {isVirtual} {member.FullName}";
        isNew = null;
        if (!made.TryGetValue(key, out MethodDefinition? thunk))
        {
            thunk = isNew = Make(caller, member, isStruct, isVirtual);
            caller.DeclaringType.Methods.Add(thunk);
            made.Add(key, thunk);
        }

        MethodReference reference = InOwnTerms(thunk);
        return caller.HasGenericParameters ? TypeArguments.Instance(reference, caller.GenericParameters) : reference;
    }

    /// <summary>A method as other methods of its type name it: generic types name themselves with their own parameters.</summary>
    private static MethodReference InOwnTerms(MethodDefinition method)
    {
        TypeDefinition type = method.DeclaringType;
        if (!type.HasGenericParameters)
        {
            return method;
        }

        MethodReference reference = new(method.Name, method.ReturnType, TypeArguments.Instance(type, type.GenericParameters));
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            reference.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }

        foreach (GenericParameter parameter in method.GenericParameters)
        {
            reference.GenericParameters.Add(new GenericParameter(parameter.Name, reference));
        }

        return reference;
    }

    private MethodDefinition Make(MethodDefinition caller, MethodReference member, bool isStruct, bool isVirtual)
    {
        ModuleDefinition module = caller.Module;
        const MethodAttributes Attributes = MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig;
        MethodDefinition thunk = new($"<Metered>{made.Count}", Attributes, module.TypeSystem.Void);
        CopyTypeParameters(caller, thunk);
        TypeReference Rebound(TypeReference type) => TypeArguments.Map(type, parameter =>
            parameter.Type == GenericParameterType.Method ? thunk.GenericParameters[parameter.Position] : parameter);

        TypeReference Closed(TypeReference type) => Rebound(TypeArguments.Close(type, member));

        thunk.ReturnType = Closed(member.ReturnType);
        ILProcessor il = thunk.Body.GetILProcessor();
        if (member.HasThis)
        {
            thunk.Parameters.Add(new(isStruct ? module.TypeSystem.Object : Rebound(member.DeclaringType)));
            il.Emit(OpCodes.Ldarg_0);
            if (isStruct)
            {
                il.Emit(OpCodes.Unbox, Rebound(member.DeclaringType));
            }
        }

        foreach (ParameterDefinition parameter in member.Parameters)
        {
            ParameterDefinition own = new(Closed(parameter.ParameterType));
            thunk.Parameters.Add(own);
            il.Emit(OpCodes.Ldarg, own);
        }

        il.Emit(isVirtual ? OpCodes.Callvirt : OpCodes.Call, InTermsOf(member, Rebound));
        il.Emit(OpCodes.Ret);
        return thunk;
    }

    private static MethodReference InTermsOf(MethodReference member, Func<TypeReference, TypeReference> rebound)
    {
        MethodReference open = member.GetElementMethod();
        MethodReference own = new(open.Name, open.ReturnType, rebound(member.DeclaringType))
        {
            HasThis = open.HasThis,
            ExplicitThis = open.ExplicitThis,
            CallingConvention = open.CallingConvention,
        };
        foreach (GenericParameter parameter in open.GenericParameters)
        {
            own.GenericParameters.Add(new GenericParameter(parameter.Name, own));
        }

        foreach (ParameterDefinition parameter in open.Parameters)
        {
            own.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }

        return member is GenericInstanceMethod generic
            ? TypeArguments.Instance(own, generic.GenericArguments.Select(rebound))
            : own;
    }

    private static void CopyTypeParameters(MethodDefinition from, MethodDefinition to)
    {
        foreach (GenericParameter parameter in from.GenericParameters)
        {
            to.GenericParameters.Add(new GenericParameter(parameter.Name, to) { Attributes = parameter.Attributes });
        }

        foreach (GenericParameter parameter in from.GenericParameters)
        {
            foreach (GenericParameterConstraint constraint in parameter.Constraints)
            {
                TypeReference own = TypeArguments.Map(constraint.ConstraintType, one =>
                    one.Type == GenericParameterType.Method ? to.GenericParameters[one.Position] : one);
                to.GenericParameters[parameter.Position].Constraints.Add(new(own));
            }
        }
    }
}
