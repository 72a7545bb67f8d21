using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Judge;

/// <summary>The waivers of a run: those that hold, and what is wrong with the others.</summary>
internal sealed class WaiverBook
{
    private readonly ILookup<string, Waiver> holding;

    public WaiverBook(EvaluationRequest request)
    {
        List<Waiver> accepted = [];
        List<Finding> refusals = [];
        foreach (Waiver waiver in request.Waivers)
        {
            if (Refusal(waiver, request) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else
            {
                accepted.Add(waiver);
            }
        }

        Findings = [.. refusals];
        holding = accepted.ToLookup(waiver => waiver.Policy, StringComparer.Ordinal);
    }

    /// <summary>Waivers that waive nothing, and why.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The waiver that accepts this finding, or null.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="path">The field that is meant, there or not.</param>
    public Waiver? For(Finding finding, string path) =>
        holding[finding.Policy].FirstOrDefault(waiver => Covers(waiver, finding, path));

    private static bool Covers(Waiver waiver, Finding finding, string path) =>
        IsOneOf(waiver.Environment, finding.Environment)
        && IsOneOf(waiver.Kind, finding.Resource?.Kind)
        && IsOneOf(waiver.Namespace, finding.Resource?.Namespace)
        && IsOneOf(waiver.ResourceName, finding.Resource?.Name)
        && (waiver.Path is null || IsWithin(waiver.Path, path) || IsWithin(waiver.Path, finding.Location.Path));

    private static bool IsOneOf(string? wanted, string? actual) => wanted is null || wanted == actual;

    private static bool IsWithin(string outer, string path) =>
        path.StartsWith(outer, StringComparison.Ordinal)
        && (path.Length == outer.Length || path[outer.Length] is '.' or '[');

    private static Finding? Refusal(Waiver waiver, EvaluationRequest request)
    {
        if (DateOnly.FromDateTime(request.Now.UtcDateTime) > waiver.Expires)
        {
            string expired = waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return Finding(waiver, "spec.expires", "waiver/expired", $"waiver '{waiver.Name}' expired on {expired}", "Mend what it waived, or have it approved anew.");
        }

        if (!Policies(request).Contains(waiver.Policy, StringComparer.Ordinal))
        {
            return Finding(waiver, "spec.policy", "waiver/unknown-policy", $"waiver '{waiver.Name}' names the policy '{waiver.Policy}', which does not exist", "Correct the policy's id (`policygate list` shows them), or delete the waiver.");
        }

        return Exists(waiver, request)
            ? null
            : Finding(waiver, "spec.where", "waiver/unknown-resource", $"waiver '{waiver.Name}' is for something that does not exist here", "Correct its environment and resource, or delete it.");
    }

    private static IEnumerable<string> Policies(EvaluationRequest request) =>
        request.Policies.Policies.Select(policy => policy.Id)
            .Concat(request.Policies.Broken.Select(broken => broken.Source.Id))
            .Concat(DriftIds.All);

    private static bool Exists(Waiver waiver, EvaluationRequest request)
    {
        ImmutableArray<Environment> environments =
            [.. request.Estate.Environments.Where(environment => IsOneOf(waiver.Environment, environment.Name))];

        // Drift may be about an object that git does not know.
        bool namesResource = !DriftIds.All.Contains(waiver.Policy) && (waiver.Kind ?? waiver.Namespace ?? waiver.ResourceName) is not null;
        return namesResource
            ? environments.Any(environment => environment.Resources.Any(resource => Names(waiver, resource.Reference)))
            : !environments.IsEmpty;
    }

    private static bool Names(Waiver waiver, ResourceReference resource) =>
        IsOneOf(waiver.Kind, resource.Kind)
        && IsOneOf(waiver.Namespace, resource.Namespace)
        && IsOneOf(waiver.ResourceName, resource.Name);

    private static Finding Finding(Waiver waiver, string path, string id, string message, string remediation) => new()
    {
        Policy = id,
        Severity = Severity.Medium,
        Verdict = Outcome.Fail,
        Message = message,
        Environment = waiver.Environment ?? "",
        Location = waiver.Document?[path].Location ?? waiver.Location,
        Fingerprint = Fingerprints.Of(id, waiver.Name),
        Remediation = remediation,
    };
}
