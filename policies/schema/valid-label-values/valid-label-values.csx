// The API server refuses an object whose labels break its rules, long after the change was merged: at most 63 letters,
// digits, -, _ and ., and a letter or digit at both ends. Values without quotes are told when files are read.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set

return new Policy<Resource>
{
    Title       = "Labels follow the syntax of Kubernetes",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Iso27001("A.8.9")],
    Remediation = "Write the value with letters, digits, -, _ and . only, 63 at most, or put it into an annotation.",
    Subjects    = estate => estate.Resources,
    Evaluate    = one => Each(one.Pods.Select(pod => pod.Labels.Node).Prepend(one.Labels.Node).DistinctBy(labels => labels.Path),
        labels => All([Pass(labels), .. labels.Fields.SelectMany(Judged)])),
};

IEnumerable<Verdict> Judged(Node label)
{
    if (label.Value is not Scalar || (label.IsString && !Value.IsMatch(label.Text)))
    {
        yield return Fail(label, $"{label.Path} is {label}, which is no value of a label");
    }

    if (!Key.IsMatch(label.Name))
    {
        yield return Fail(label, $"{label.Name} is no name of a label");
    }
}

static readonly Regex Value = new(@"\A([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?\z");
static readonly Regex Key = new(@"\A([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\z");
