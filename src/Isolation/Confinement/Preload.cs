using System.Collections.Immutable;
using System.Reflection;

namespace PolicyGate.Isolation.Confinement;

/// <summary>Loads what would be loaded when it is first used, which is too late once no file can be opened.</summary>
public static class Preload
{
    /// <summary>A third of the time goes into these, which are of no use to a process that can open nothing.</summary>
    private static readonly ImmutableArray<string> OfNoUse =
        ["System.Net.", "System.Security.", "System.IO.Pipes", "System.IO.Compression", "System.Diagnostics.Process"];

    /// <summary>
    /// Loads all assemblies that these refer to, and all that those refer to, but none for networks, pipes, programs and
    /// encryption. Takes some 10 ms for 30 assemblies.
    /// </summary>
    /// <param name="roots">What is needed to judge.</param>
    /// <param name="leftOut">Beginnings of the names of assemblies that are not needed any more, such as those of a compiler.</param>
    /// <returns>All that are loaded now, roots included.</returns>
    /// <exception cref="FileNotFoundException">A reference leads nowhere.</exception>
    public static ImmutableArray<Assembly> References(IEnumerable<Assembly> roots, params ImmutableArray<string> leftOut)
    {
        ImmutableArray<string> unwanted = [.. leftOut, .. OfNoUse];
        Dictionary<string, Assembly> loaded = new(StringComparer.OrdinalIgnoreCase);
        Stack<Assembly> open = new(roots);
        while (open.TryPop(out Assembly? assembly))
        {
            if (!loaded.TryAdd(assembly.GetName().Name!, assembly))
            {
                continue;
            }

            foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
            {
                if (!loaded.ContainsKey(reference.Name!) && !unwanted.Any(start => reference.Name!.StartsWith(start, StringComparison.Ordinal)))
                {
                    open.Push(Assembly.Load(reference));
                }
            }
        }

        return [.. loaded.Values];
    }
}
