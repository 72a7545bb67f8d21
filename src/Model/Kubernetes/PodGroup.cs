using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Pods that are alike, by the labels that they will carry.</summary>
/// <param name="Name">For people: <c>instances</c>.</param>
/// <param name="Labels">Their labels.</param>
/// <param name="Template">What they are made from; null where an operator makes them.</param>
internal sealed record PodGroup(string Name, Labels Labels, PodTemplate? Template = null)
{
    /// <summary>Pods that an operator makes: their labels are known by its documentation.</summary>
    /// <param name="name">For people.</param>
    /// <param name="inherited">Labels that somebody wrote and the operator passes on.</param>
    /// <param name="labels">Those that it adds.</param>
    public static PodGroup Made(string name, Node inherited, params (string Name, string Value)[] labels)
    {
        IEnumerable<Entry> added = labels.Select(label => new Entry(Text(label.Name), Text(label.Value)));
        IEnumerable<Entry> passedOn = inherited.Fields
            .Where(label => label.IsScalar && labels.All(one => one.Name != label.Name))
            .Select(label => new Entry(Text(label.Name), Text(label.Text)));
        Mapping all = new([.. added, .. passedOn], isFlow: false, Span.Start);
        return new(name, new Labels(new Document("", 0, all).Root));
    }

    public static IEnumerable<PodGroup> Of(string name, Resource workload) =>
        workload.Pods.Select(pod => new PodGroup(name, pod.Labels, pod));

    /// <summary>The Service sends traffic to them.</summary>
    public bool IsIn(Service service)
    {
        foreach (Node wanted in service.WantedLabels)
        {
            if (Labels[wanted.Name] != wanted.Text && Template?.WillCarry(wanted.Name, wanted.Text) != true)
            {
                return false;
            }
        }

        return true;
    }

    private static Scalar Text(string text) => new(text, ScalarStyle.DoubleQuoted, tag: null, Span.Start);
}
