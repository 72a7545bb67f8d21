using System.Globalization;
using System.Reflection;
using PolicyGate.Authoring;
using PolicyGate.Compile;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Load.Cases;
using PolicyGate.Load.Policies;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Metering.Tests;

/// <summary>The policies of the repository judge their cases alike with budgets and without.</summary>
public sealed class ShippedPolicyTests(ShippedPolicies shipped) : IClassFixture<ShippedPolicies>
{
    public static TheoryData<string> Cases => [.. Repository.Files("*.yaml")
        .Where(path => path.StartsWith("policies/", StringComparison.Ordinal) && PolicyCase.ExpectationOf(path) is not null)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Budgets_do_not_show(string path)
    {
        string id = path["policies/".Length..path.IndexOf("/cases/", StringComparison.Ordinal)];
        PolicyCase given = PolicyCase.Read(id, Repository.At(path), path, PolicyCase.ExpectationOf(path)!.Value);
        Estate estate = new(given.Estate, today: new DateOnly(2026, 11, 21), surroundings: given.Surroundings);

        string unmetered = Told(shipped.Unmetered[id], estate);
        (string metered, Spending spending) = ShippedPolicies.OnThread(() => Told(shipped.Metered[id], estate));

        spending.Hit.ShouldBeNull();
        unmetered.ShouldNotBeEmpty();
        metered.ShouldBe(unmetered);
    }

    private static string Told(LoadedPolicy policy, Estate estate)
    {
        Policy instance = policy.Instance();
        object? parameters = instance.ParametersType is { } type ? Activator.CreateInstance(type) : null;
        return string.Concat(instance.SubjectsIn(estate).Select(subject => Told(instance.Judge(subject, parameters))).Prepend("judged\n"));
    }

    private static string Told(Verdict verdict) => string.Create(
        CultureInfo.InvariantCulture,
        $"{verdict.Outcome} {verdict.Reason} {string.Join("; ", verdict.Problems.Select(problem => $"{problem.Place.Location} {problem.Message}"))} {string.Join("; ", verdict.Seen.Select(seen => seen.Location))}\n");
}

/// <summary>All policies of the repository, twice.</summary>
public sealed class ShippedPolicies
{
    public ShippedPolicies()
    {
        PolicySource[] sources = [.. PolicyFiles.Find(Repository.At("policies"), Repository.Root)];
        Unmetered = Loaded(sources, PolicyCompiler.Compile(sources));
        (Metered, _) = OnThread(() => Loaded(sources, PolicyCompiler.Compile(sources, metered: true)));
    }

    public Dictionary<string, LoadedPolicy> Unmetered { get; }

    public Dictionary<string, LoadedPolicy> Metered { get; }

    /// <summary>As an evaluation would run: within a budget, on a thread of its own.</summary>
    public static (T Result, Spending Spending) OnThread<T>(Func<T> evaluate)
    {
        (T, Spending)? result = null;
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                Meter.Begin(Budget.Default with { RegexTime = TimeSpan.FromMinutes(5) });
                try
                {
                    result = (evaluate(), Meter.End());
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            Meter.ThreadStackBytes);
        thread.Start();
        thread.Join();
        return result ?? throw new InvalidOperationException("the evaluation failed", failure);
    }

    private static Dictionary<string, LoadedPolicy> Loaded(PolicySource[] sources, CompiledPolicies compiled)
    {
        compiled.Diagnostics.ShouldBeEmpty();
        PolicyAssembly assembly = PolicyAssembly.Of(Assembly.Load(compiled.Image), NoProceedings.Instance);
        return sources.ToDictionary(source => source.Id, source => Ready(assembly, source), StringComparer.Ordinal);
    }

    private static LoadedPolicy Ready(PolicyAssembly assembly, PolicySource source)
    {
        (LoadedPolicy? policy, PolicyError? error) = assembly.Load(source, isForeign: false);
        return policy ?? throw new InvalidOperationException(error!.Message);
    }
}
