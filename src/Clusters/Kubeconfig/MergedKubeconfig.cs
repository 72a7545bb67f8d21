using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>
/// Several kubeconfigs as one: "The first file to set a particular value or map key wins"
/// (<see href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/#merging-kubeconfig-files">docs</see>).
/// </summary>
internal sealed class MergedKubeconfig(KubeconfigFiles files, List<KubeconfigProblem> problems)
{
    /// <summary>Null after a complaint.</summary>
    public NamedSection? Context(string? wanted)
    {
        string name = wanted ?? CurrentContext();
        if (name.Length == 0)
        {
            problems.Add(KubeconfigProblem.Anywhere(files.Documents.IsEmpty
                ? $"there is no kubeconfig: looked for {files.Searched}; name one with --kubeconfig"
                : "no context is current: name one with --context"));
            return null;
        }

        if (Find("contexts", "context", name) is { } context)
        {
            return new(name, context);
        }

        problems.Add(KubeconfigProblem.Anywhere($"there is no context '{name}' in {files.Searched}{Known()}"));
        return null;
    }

    /// <summary>The cluster or user that a context names; null after a complaint.</summary>
    public Section? Referred(Section context, string field, string list)
    {
        string name = context.RequiredText(field);
        if (name.Length == 0)
        {
            return null;
        }

        Section? found = Find(list, field, name);
        if (found is null)
        {
            context.Complain(field, $"there is no {field} '{name}'");
        }

        return found;
    }

    private string CurrentContext() =>
        files.Documents.Select(file => file.Root["current-context"].Text).FirstOrDefault(name => name.Length > 0) ?? "";

    private string Known()
    {
        string[] names = [.. files.Documents.SelectMany(file => file.Root["contexts"].Items).Select(entry => entry["name"].Text).Distinct()];
        return names.Length is > 0 and <= 20 ? $"; there are: {string.Join(", ", names)}" : "";
    }

    private Section? Find(string list, string field, string name)
    {
        Node[] entries = [.. files.Documents.SelectMany(file => file.Root.Field(list).Items).Where(entry => entry["name"].Text == name)];
        foreach (Node again in entries.Skip(1).Where(entry => entry.Document == entries[0].Document))
        {
            problems.Add(KubeconfigProblem.At(again["name"], $"the name '{name}' is taken by an entry before"));
        }

        return entries is [var first, ..] ? new Section(first, problems).Below(field) : null;
    }
}
