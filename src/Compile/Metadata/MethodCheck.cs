using System.Reflection;
using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks a method that the module defines, with its parameters and its code.</summary>
internal sealed class MethodCheck(EmittedModule module, EmittedType type, string baseType)
{
    private readonly bool isDelegate = baseType == "System.MulticastDelegate";
    private readonly bool isValueType = baseType is "System.ValueType" or "System.Enum";

    public void Check(MethodDefinitionHandle handle)
    {
        module.Visit(handle);
        MethodDefinition method = module.Reader.GetMethodDefinition(handle);
        string name = module.Reader.GetString(method.Name);
        MethodSignature<Shape> signature = module.Signatures.Method(method.Signature);
        CheckKind(method, name, signature);
        if (!isDelegate)
        {
            CheckSignature(signature);
            CheckBody(method, name, signature);
        }
        else
        {
            CheckDelegate(method, name, signature);
        }

        GenericParameterCheck.Check(module, type.Owner, method.GetGenericParameters());
        AttributeCheck.Check(module, type.Owner, method.GetCustomAttributes());
        foreach (ParameterHandle parameter in method.GetParameters())
        {
            CheckParameter(parameter);
        }
    }

    private void Refuse(bool isWrong, string message)
    {
        if (isWrong)
        {
            module.Refusals.Add(type.Owner, message);
        }
    }

    private void CheckKind(MethodDefinition method, string name, MethodSignature<Shape> signature)
    {
        const MethodAttributes Unwanted = MethodAttributes.PinvokeImpl | MethodAttributes.UnmanagedExport
            | MethodAttributes.HasSecurity | MethodAttributes.RequireSecObject;
        string where = $"{type.Shape.Id}.{name}";
        Refuse((method.Attributes & Unwanted) != 0, $"the method {where} is of an unusual kind: {method.Attributes & Unwanted}");
        Refuse(!IsOrdinary(method.ImplAttributes, name), $"the method {where} is implemented in an unusual way: {method.ImplAttributes}");
        Refuse(name == "Finalize" && signature.ParameterTypes.IsEmpty, $"{type.Shape.Id} has a finalizer");
        Refuse(method.GetGenericParameters().Count != signature.GenericParameterCount, $"the method {where} has other type parameters than it says");
        Refuse(method.Attributes.HasFlag(MethodAttributes.Static) == signature.Header.IsInstance, $"the method {where} is static and is not");
    }

    /// <summary>
    /// The accessors of events lock, as the compiler has no references to do it without; there is one thread, and
    /// nothing else locks.
    /// </summary>
    private bool IsOrdinary(MethodImplAttributes attributes, string name) => attributes switch
    {
        MethodImplAttributes.Runtime => isDelegate,
        MethodImplAttributes.IL => !isDelegate,
        MethodImplAttributes.Synchronized => Places.IsEventAccessor(name),
        _ => false,
    };

    private void CheckSignature(MethodSignature<Shape> signature)
    {
        foreach (Shape shape in signature.ParameterTypes.Add(signature.ReturnType))
        {
            module.Use(type.Owner, shape);
        }
    }

    /// <summary>
    /// The runtime writes a delegate's methods. Those that would call it on another thread have types in their
    /// signature that nobody may name, and so nobody can call them.
    /// </summary>
    private void CheckDelegate(MethodDefinition method, string name, MethodSignature<Shape> signature)
    {
        Refuse(name is not (".ctor" or "Invoke" or "BeginInvoke" or "EndInvoke"), $"the delegate {type.Shape.Id} has a method {name}");
        Refuse(method.RelativeVirtualAddress != 0, $"the delegate {type.Shape.Id} has code");
        if (name == "Invoke")
        {
            CheckSignature(signature);
        }
    }

    private void CheckBody(MethodDefinition method, string name, MethodSignature<Shape> signature)
    {
        bool isAbstract = method.Attributes.HasFlag(MethodAttributes.Abstract);
        bool hasBody = method.RelativeVirtualAddress != 0;
        Refuse(isAbstract == hasBody, $"the method {type.Shape.Id}.{name} has no code, or has code and is abstract");
        if (hasBody)
        {
            MethodBodyBlock body = module.Image.GetMethodBody(method.RelativeVirtualAddress);
            new BodyCheck(module, type, name, Frame.Of(signature, isValueType)).Check(body);
        }
    }

    private void CheckParameter(ParameterHandle handle)
    {
        module.Visit(handle);
        Parameter parameter = module.Reader.GetParameter(handle);
        Refuse(parameter.Attributes.HasFlag(ParameterAttributes.HasFieldMarshal), $"a parameter of {type.Shape.Id} is marshalled");
        AttributeCheck.Check(module, type.Owner, parameter.GetCustomAttributes());
        if (parameter.GetDefaultValue() is { IsNil: false } constant)
        {
            ConstantCheck.Check(module, constant);
        }
    }
}
