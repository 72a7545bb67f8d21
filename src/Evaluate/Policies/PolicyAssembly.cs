using System.Reflection;
using PolicyGate.Authoring;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Policies;

/// <summary>Compiled policies.</summary>
/// <param name="makerOf">What makes the policy of an id.</param>
/// <param name="proceedings">What surrounds every call of a policy.</param>
public sealed class PolicyAssembly(Func<string, Func<Policy>> makerOf, IProceedings proceedings)
{
    /// <summary>The policies of an assembly that was compiled in a run.</summary>
    public static PolicyAssembly Of(Assembly assembly, IProceedings proceedings) =>
        new(id => MakerOf(assembly.GetType($"{CompiledName.Namespace}.{CompiledName.Of(id)}")!), proceedings);

    /// <summary>Makes a policy ready.</summary>
    /// <param name="source">One that the assembly holds.</param>
    /// <param name="isForeign">It is made anew for each judgement, so that nothing is carried from one to another.</param>
    public (LoadedPolicy? Ready, PolicyError? Error) Load(PolicySource source, bool isForeign)
    {
        Func<Policy>? create = null;
        Policy? first = null;
        (PolicyHeader? header, PolicyError? error) = proceedings.Call(source.Id, null, () =>
        {
            // Even loading its types may fail, or never end.
            create = makerOf(source.Id);
            first = create();
            PolicyHeader header = HeaderOf(source, first);
            _ = isForeign ? header.Parameters.Value : [];
            return header;
        });
        return header is null ? (null, error) : (new(header, isForeign ? create! : () => first!), null);
    }

    /// <summary>The policies of an assembly all of which were made ready before: looking for each by its name would take longer.</summary>
    public static PolicyAssembly OfKnown(Assembly assembly, IProceedings proceedings)
    {
        Dictionary<string, Type> classes = assembly.GetTypes().Where(type => !type.IsNested).ToDictionary(type => type.Name, StringComparer.Ordinal);
        return new(id => MakerOf(classes[CompiledName.Of(id)]), proceedings);
    }

    /// <summary>A policy that said before what it is: it is made when it is first asked.</summary>
    /// <param name="header">What it said.</param>
    public LoadedPolicy Known(PolicyHeader header)
    {
        Func<Policy>? create = null;
        return new(header, () => (create ??= makerOf(header.Id))());
    }

    /// <exception cref="PolicyFlawException">It says of itself what cannot be.</exception>
    private static PolicyHeader HeaderOf(PolicySource source, Policy policy) => PolicyText.Limited(new PolicyHeader
    {
        Id = source.Id,
        File = source.File,
        Title = policy.Title ?? "",
        Reason = source.Reason,
        Severity = Enum.IsDefined(policy.Severity)
            ? policy.Severity
            : throw new PolicyFlawException("has a severity that there is not"),
        Controls = policy.Controls.IsDefault
            ? []
            : [.. policy.Controls.Select(control => control?.ToString() ?? throw new PolicyFlawException("names a control that is null"))],
        Remediation = policy.Remediation ?? "",
        Parameters = new(() => [.. ParameterDescriptions.Of(policy.ParametersType)]),
    });

    /// <summary>A delegate, because invoking by reflection compiles a stub for each method.</summary>
    private static Func<Policy> MakerOf(Type type) => type.GetMethod(CompiledName.Factory)!.CreateDelegate<Func<Policy>>();
}
