// Pods that an operator makes are nowhere in git, so that the rules for containers do not see them,
// and yet a database without a limit takes the memory of its whole node.
// The objects that operators serve state requests and limits in the fields that they have for it.

return new Policy<OperatorPods, Amounts>
{
    Title       = "Pods that operators make have requests and limits",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Hipaa("164.306(a)(1)"), Iso27001("A.8.6")],
    Remediation = "Set the requests and limits in the object's own field for resources.",
    Subjects    = estate => estate.OperatorPods,
    Evaluate    = (pods, amounts) => All([Stated(pods, amounts), .. amounts.Required.Select(pods.Amount).Where(amount => amount.Exists).Select(Bounded)]),
};

record Amounts
{
    public ImmutableArray<string> Required { get; init; } = ["requests.cpu", "requests.memory", "limits.memory"];
}

Verdict Stated(OperatorPods pods, Amounts amounts)
{
    ImmutableArray<string> missing = [.. amounts.Required.Where(amount => pods.Amount(amount).IsMissing)];
    return missing.IsEmpty
        ? Pass(pods)
        : Fail(pods.Amount(missing[0]), $"{pods.Node.Path} does not set {string.Join(", ", missing)}, so {pods.Resource.Description} gets pods without");
}

// Container runtimes read 0 as "no limit".
Verdict Bounded(Node amount) => Quantity.TryParse(amount.Text, out var quantity) && quantity > "0"
    ? Pass(amount)
    : Fail(amount, $"{amount.Path} is {amount}, which is no amount");
