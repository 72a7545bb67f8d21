using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using PolicyGate.Authoring;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Compile;

/// <summary>A policy ready to judge.</summary>
public sealed record LoadedPolicy(PolicySource Source, Policy Policy)
{
    public string Id => Source.Id;
}

/// <summary>A policy that cannot judge, and why.</summary>
public sealed record BrokenPolicy(PolicySource Source, ImmutableArray<PolicyDiagnostic> Diagnostics);

/// <summary>The policies of a run, each ready or broken, in the order of their ids.</summary>
public sealed record PolicySet(ImmutableArray<LoadedPolicy> Policies, ImmutableArray<BrokenPolicy> Broken)
{
    /// <summary>Compiles policies, or takes them from the cache.</summary>
    /// <param name="sources">What to compile.</param>
    /// <param name="cacheDirectory">Where compiled policies are kept; null keeps none.</param>
    public static PolicySet Load(IEnumerable<PolicySource> sources, string? cacheDirectory)
    {
        ImmutableArray<PolicySource> ordered = [.. sources.OrderBy(source => source.Id, StringComparer.Ordinal)];
        AssemblyCache? cache = cacheDirectory is null ? null : new(cacheDirectory);
        Compiled compiled = cache?.Read(ordered) is { } image
            ? new(image, new Dictionary<string, PolicyDiagnostic[]>())
            : CompileAndKeep(ordered, cache);
        return Created(ordered, compiled);
    }

    private static Compiled CompileAndKeep(ImmutableArray<PolicySource> sources, AssemblyCache? cache)
    {
        Compiled compiled = PolicyCompiler.Compile(sources);
        if (compiled.Diagnostics.Count == 0)
        {
            cache?.Write(sources, compiled.Image);
        }

        return compiled;
    }

    private static PolicySet Created(ImmutableArray<PolicySource> sources, Compiled compiled)
    {
        ImmutableArray<LoadedPolicy>.Builder policies = ImmutableArray.CreateBuilder<LoadedPolicy>();
        ImmutableArray<BrokenPolicy>.Builder broken = ImmutableArray.CreateBuilder<BrokenPolicy>();
        Assembly? assembly = compiled.Image.Length == 0 ? null : LoadImage(compiled.Image);
        foreach (PolicySource source in sources)
        {
            if (compiled.Diagnostics.TryGetValue(source.Id, out PolicyDiagnostic[]? errors))
            {
                broken.Add(new(source, [.. errors]));
                continue;
            }

            try
            {
                policies.Add(new(source, Create(assembly!, source)));
            }
            catch (TargetInvocationException exception)
            {
                Exception thrown = exception.InnerException ?? exception;
                broken.Add(new(source, [new(source.File, 1, 1, "PG0002", $"the policy threw {Thrown.Describe(thrown)}")]));
            }
        }

        return new(policies.ToImmutable(), broken.ToImmutable());
    }

    /// <summary>Not collectible: that would double the time (docs/performance.md), and the process ends soon.</summary>
    private static Assembly LoadImage(byte[] image)
    {
        using MemoryStream stream = new(image);
        return new AssemblyLoadContext("policies").LoadFromStream(stream);
    }

    private static Policy Create(Assembly assembly, PolicySource source)
    {
        MethodInfo create = assembly
            .GetType($"{CompiledName.Namespace}.{CompiledName.Of(source.Id)}", throwOnError: true)!
            .GetMethod("Create")!;
        return (Policy?)create.Invoke(null, null)
            ?? throw new TargetInvocationException(new InvalidOperationException("the policy is null"));
    }
}
