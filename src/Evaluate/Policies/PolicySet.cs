using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using PolicyGate.Authoring;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Policies;

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
    /// <summary>Makes policies ready: from those that the build compiled, from the cache, or by the compiler.</summary>
    /// <param name="sources">What to make ready.</param>
    /// <param name="precompiled">Policies that the build compiled; one is used while its text is the same.</param>
    /// <param name="compile">Compiles the others.</param>
    public static PolicySet Load(
        IEnumerable<PolicySource> sources,
        Assembly? precompiled,
        Func<ImmutableArray<PolicySource>, CompiledPolicies> compile)
    {
        ImmutableArray<PolicySource> ordered = [.. sources.OrderBy(source => source.Id, StringComparer.Ordinal)];
        Dictionary<string, Func<Policy>> ready = new(StringComparer.Ordinal);
        foreach (PolicySource source in ordered)
        {
            if (precompiled is not null && PrecompiledFactory(source, precompiled) is { } factory)
            {
                ready.Add(source.Id, factory);
            }
        }

        ImmutableArray<PolicySource> foreign = [.. ordered.Where(source => !ready.ContainsKey(source.Id))];
        CompiledPolicies compiled = foreign.IsEmpty ? CompiledPolicies.Nothing : compile(foreign);
        if (compiled.Image.Length > 0)
        {
            AddCompiled(ready, foreign, compiled);
        }

        return Create(ordered, ready, compiled);
    }

    private static Func<Policy>? PrecompiledFactory(PolicySource source, Assembly precompiled)
    {
        Type? type = TypeOf(source, precompiled);
        object? text = type?.GetField(CompiledName.SourceField)!.GetRawConstantValue();
        return Equals(text, source.Text) ? FactoryOf(type!) : null;
    }

    private static void AddCompiled(
        Dictionary<string, Func<Policy>> ready, ImmutableArray<PolicySource> sources, CompiledPolicies compiled)
    {
        Assembly assembly = LoadImage(compiled.Image);
        foreach (PolicySource source in sources.Where(source => !compiled.Diagnostics.ContainsKey(source.Id)))
        {
            ready.Add(source.Id, FactoryOf(TypeOf(source, assembly)!));
        }
    }

    private static PolicySet Create(
        ImmutableArray<PolicySource> sources, Dictionary<string, Func<Policy>> factories, CompiledPolicies compiled)
    {
        ImmutableArray<LoadedPolicy>.Builder policies = ImmutableArray.CreateBuilder<LoadedPolicy>();
        ImmutableArray<BrokenPolicy>.Builder broken = ImmutableArray.CreateBuilder<BrokenPolicy>();
        foreach (PolicySource source in sources)
        {
            if (compiled.Diagnostics.TryGetValue(source.Id, out PolicyDiagnostic[]? errors))
            {
                broken.Add(new(source, [.. errors]));
                continue;
            }

            (Policy? policy, string error) = Create(factories[source.Id]);
            if (policy is null)
            {
                broken.Add(new(source, [new(source.File, 1, 1, "PG0002", error)]));
            }
            else
            {
                policies.Add(new(source, policy));
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

    private static Type? TypeOf(PolicySource source, Assembly assembly) =>
        assembly.GetType($"{CompiledName.Namespace}.{CompiledName.Of(source.Id)}");

    /// <summary>A delegate, because invoking by reflection compiles a stub for each method.</summary>
    private static Func<Policy> FactoryOf(Type type) => type.GetMethod("Create")!.CreateDelegate<Func<Policy>>();

    /// <summary>Whatever a policy throws before it is one is an error of that policy.</summary>
    private static (Policy? Policy, string Error) Create(Func<Policy> factory)
    {
        try
        {
            return (factory(), "the policy is null");
        }
        catch (Exception exception)
        {
            return (null, $"the policy threw {Thrown.Describe(exception)}");
        }
    }
}
