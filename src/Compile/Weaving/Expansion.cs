using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Refuses generic code that would make ever larger types of itself, such as a method of T that calls itself with List of T:
/// the runtime makes each of them, and a struct among them grows without bound. What to look for is said by ECMA-335,
/// II.9.2: a cycle among type parameters in which one is part of the argument for another.
/// </summary>
internal sealed class Expansion
{
    private readonly ModuleDefinition module;

    private readonly Dictionary<string, HashSet<string>> uses = new(StringComparer.Ordinal);

    private readonly List<(string From, string To, TypeDefinition Where)> growing = [];

    private Expansion(ModuleDefinition module) => this.module = module;

    /// <exception cref="WeavingException">There is such code.</exception>
    public static void Check(ModuleDefinition module)
    {
        Expansion expansion = new(module);
        foreach (TypeDefinition type in module.GetTypes())
        {
            expansion.Read(type);
        }

        foreach ((string from, string to, TypeDefinition where) in expansion.growing)
        {
            if (expansion.Reaches(to, from))
            {
                throw new WeavingException(
                    Frames.Outermost(where).FullName,
                    $"generic code in `{where.Name}` makes ever larger types of itself; use a type that does not depend on the type parameter");
            }
        }
    }

    private void Read(TypeDefinition type)
    {
        IEnumerable<TypeReference?> types =
            [type.BaseType, .. type.Interfaces.Select(one => one.InterfaceType), .. type.Fields.Select(field => field.FieldType)];
        foreach (TypeReference? one in types)
        {
            Read(one, type);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Read(method, type);
        }
    }

    private void Read(MethodDefinition method, TypeDefinition type)
    {
        Read(method.ReturnType, type);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            Read(parameter.ParameterType, type);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Read(variable.VariableType, type);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            ReadOperand(instruction.Operand, type);
        }
    }

    private void ReadOperand(object? operand, TypeDefinition where)
    {
        switch (operand)
        {
            case TypeReference type:
                Read(type, where);
                break;
            case GenericInstanceMethod method:
                Read(method.DeclaringType, where);
                Use(method.GenericArguments, at => Key(method.ElementMethod, at), IsOwn(method.DeclaringType), where);
                break;
            case MemberReference member:
                Read(member.DeclaringType, where);
                break;
        }
    }

    private void Read(TypeReference? type, TypeDefinition where)
    {
        if (type is GenericInstanceType generic)
        {
            Use(generic.GenericArguments, at => $"{generic.ElementType.FullName} {at}", IsOwn(generic), where);
        }
        else if (type is TypeSpecification specification)
        {
            Read(specification.ElementType, where);
        }
    }

    private bool IsOwn(TypeReference type) => type.GetElementType().Scope == module;

    private void Use(IEnumerable<TypeReference> arguments, Func<int, string> target, bool isOwn, TypeDefinition where)
    {
        foreach ((int at, TypeReference argument) in arguments.Index())
        {
            Read(argument, where);
            foreach (GenericParameter parameter in isOwn ? Within(argument) : [])
            {
                string from = Key(parameter);
                uses.TryAdd(from, []);
                uses[from].Add(target(at));
                if (argument is not GenericParameter)
                {
                    growing.Add((from, target(at), where));
                }
            }
        }
    }

    private static IEnumerable<GenericParameter> Within(TypeReference type) => type switch
    {
        GenericParameter parameter => [parameter],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Within),
        TypeSpecification specification => Within(specification.ElementType),
        _ => [],
    };

    private static string Key(GenericParameter parameter) => parameter.Owner is MethodReference method
        ? Key(method, parameter.Position)
        : $"{((TypeReference)parameter.Owner).FullName} {parameter.Position}";

    /// <summary>By name alone, since a call of an interface's method may reach any that implements it.</summary>
    private static string Key(MethodReference method, int at) => $"{method.Name.Split('.')[^1]} {method.Parameters.Count} {at}";

    private bool Reaches(string from, string to)
    {
        HashSet<string> seen = [from];
        Queue<string> open = new(seen);
        while (open.TryDequeue(out string? at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (string next in uses.GetValueOrDefault(at, []).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return false;
    }
}
