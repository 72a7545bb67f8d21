using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Metering;

namespace PolicyGate.Worker;

/// <summary>The compiled policies, loaded on a thread of their own while the manifests are read.</summary>
internal sealed class PolicyImage
{
    /// <summary>Needed for compiling and reading only.</summary>
    private static readonly ImmutableArray<string> CompilerAssemblies =
        ["Microsoft.CodeAnalysis", "Mono.Cecil", "PolicyGate.Compile", "PolicyGate.Load", "YamlDotNet"];

    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly TaskCompletionSource<Assembly?> loaded = new();

    /// <param name="image">Empty when no policy compiled.</param>
    /// <param name="hurries">Make machine code of all methods ahead, beside what else is done.</param>
    public PolicyImage(byte[] image, bool hurries)
    {
        Thread thread = new(() => Load(image, hurries), Meter.ThreadStackBytes) { IsBackground = true, Name = "policy image" };
        thread.Start();
    }

    /// <summary>The assembly; null when no policy compiled. All that it needs is loaded too.</summary>
    public Assembly? Assembly => loaded.Task.GetAwaiter().GetResult();

    private void Load(byte[] image, bool hurries)
    {
        try
        {
            loaded.SetResult(Load(image));
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileNotFoundException or FileLoadException)
        {
            loaded.SetException(exception);
        }

        if (hurries && Assembly is { } assembly)
        {
            Prepare(assembly);
        }
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

        Assembly[] roots = [typeof(PolicyImage).Assembly, .. assembly is null ? Array.Empty<Assembly>() : [assembly]];
        Preload.References(roots, CompilerAssemblies);
        return assembly;
    }

    /// <summary>Runs nothing of a policy: https://learn.microsoft.com/dotnet/api/system.runtime.compilerservices.runtimehelpers.preparemethod.</summary>
    private static void Prepare(Assembly assembly)
    {
        foreach (Type type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (MethodInfo method in type.GetMethods(Own).Where(method => !method.IsAbstract && !method.ContainsGenericParameters))
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
    }
}
