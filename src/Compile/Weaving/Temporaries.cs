using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PolicyGate.Compile.Weaving;

/// <summary>Variables for a moment, used again for the next.</summary>
internal sealed class Temporaries(MethodBody body)
{
    private readonly Dictionary<string, Stack<VariableDefinition>> free = new(StringComparer.Ordinal);

    public VariableDefinition Take(TypeReference type)
    {
        if (free.TryGetValue(TypeArguments.Key(type), out Stack<VariableDefinition>? returned) && returned.TryPop(out VariableDefinition? variable))
        {
            return variable;
        }

        VariableDefinition added = new(type);
        body.Variables.Add(added);
        return added;
    }

    public void Return(IEnumerable<VariableDefinition?> variables)
    {
        foreach (VariableDefinition? variable in variables)
        {
            if (variable is not null)
            {
                string key = TypeArguments.Key(variable.VariableType);
                if (!free.TryGetValue(key, out Stack<VariableDefinition>? stack))
                {
                    free.Add(key, stack = new());
                }

                stack.Push(variable);
            }
        }
    }
}
