using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Metering;

namespace PolicyGate.Worker;

/// <summary>Loads the compiled policies.</summary>
internal static class PolicyImage
{
    /// <summary>Needed for compiling only.</summary>
    private static readonly ImmutableArray<string> CompilerAssemblies =
        ["Microsoft.CodeAnalysis", "Mono.Cecil", "PolicyGate.Compile"];

    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The assembly; null when no policy compiled. All that it needs is loaded too.</summary>
    /// <param name="image">Empty when no policy compiled.</param>
    /// <param name="hurries">Make machine code of all methods ahead, on a thread of its own beside what else is done.</param>
    public static Assembly? Load(byte[] image, bool hurries)
    {
        Assembly? assembly = Load(image);
        if (hurries && assembly is not null)
        {
            Thread thread = new(() => Prepare(assembly), Meter.ThreadStackBytes) { IsBackground = true, Name = "policy image" };
            thread.Start();
        }

        return assembly;
    }

    /// <summary>Not collectible: that would double the time (docs/performance.md), and the process ends soon.</summary>
    private static Assembly? Load(byte[] image)
    {
        Assembly? assembly = null;
        if (image.Length > 0)
        {
            using MemoryStream stream = new(image);
            assembly = new AssemblyLoadContext("policies").LoadFromStream(stream);
        }

        Assembly[] roots = [typeof(Conversation).Assembly, .. assembly is null ? Array.Empty<Assembly>() : [assembly]];
        Preload.References(roots, CompilerAssemblies);
        return assembly;
    }

    /// <summary>
    /// What judges: the policies' own methods and their lambdas, and not what the compiler adds to records, which is more
    /// and hardly ever called. Runs nothing of a policy: https://learn.microsoft.com/dotnet/api/system.runtime.compilerservices.runtimehelpers.preparemethod.
    /// </summary>
    private static void Prepare(Assembly assembly)
    {
        foreach (Type type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters && (!type.IsNested || type.Name.StartsWith('<'))))
        {
            foreach (MethodInfo method in type.GetMethods(Own).Where(method => !method.IsAbstract && !method.ContainsGenericParameters))
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
    }
}
