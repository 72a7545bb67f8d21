using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// The workloads that make one Odoo together: web, worker, cron and the jobs beside them, in one namespace. Where several
/// of them share the label <c>app.kubernetes.io/instance</c>, those are a release; all others of the namespace are one.
/// </summary>
public sealed class OdooRelease : Subject
{
    private OdooRelease(string name, ImmutableArray<UsedImage> images)
        : base(images[0].Environment, images[0].Node)
    {
        Name = name;
        Images = images;
    }

    public string Name { get; }

    /// <summary>Of the containers that run Odoo; that of the web workload first.</summary>
    public ImmutableArray<UsedImage> Images { get; }

    public override ResourceReference? Reference => Images[0].Reference;

    public override string Description => $"Odoo {Name} in {Environment.Description}";

    internal static IEnumerable<OdooRelease> In(Estate estate)
    {
        ILookup<(ResourceReference?, string), UsedImage> images = estate.Images.ToLookup(image => (image.Reference, image.Node.Path));
        ImmutableArray<Container> containers = [.. estate.Containers.Where(RunsOdoo).Where(container => container.Image is not null)];
        return containers
            .GroupBy(container => (container.Environment, container.Pod.Namespace, Key: KeyOf(container, containers)))
            .Select(same => new OdooRelease(
                same.Key.Key.Length > 0 ? same.Key.Key : same.Key.Namespace,
                [.. same.OrderBy(container => !IsWeb(container)).Select(container => images[(container.Reference, container["image"].Path)].First())]));
    }

    private static string KeyOf(Container container, ImmutableArray<Container> all) =>
        InstanceOf(container) is { } instance
        && all.Any(other => other.Pod != container.Pod && other.Environment == container.Environment && other.Pod.Namespace == container.Pod.Namespace && InstanceOf(other) == instance)
            ? instance
            : "";

    private static string? InstanceOf(Container container) =>
        container.Pod.Labels["app.kubernetes.io/instance"] ?? container.Pod.Workload.Labels["app.kubernetes.io/instance"];

    private static bool IsWeb(Container container) =>
        container.Role == ContainerRole.Main
        && $"{container.Pod.Labels["app.kubernetes.io/component"]} {container.Pod.Workload.Name}".Split([' ', '-']).Contains("web");

    /// <summary>By the image's own name, which may add what it does, or by the program that it starts.</summary>
    private static bool RunsOdoo(Container container)
    {
        string[] words = container.Image?.Repository.Split('/')[^1].Split(['-', '_', '.']) ?? [];
        string program = container["command"].Texts.Concat(container["args"].Texts).FirstOrDefault("").Split('/')[^1];
        return (words.Contains("odoo") && !words.Any(OtherWords.Contains)) || program is "odoo" or "odoo-bin" or "openerp-server" || IsCalledSo(container);
    }

    /// <summary>The main container of a pod whose labels name Odoo, and nothing that stands beside it.</summary>
    private static bool IsCalledSo(Container container) =>
        container.Role == ContainerRole.Main
        && container.Node.Location == container.Pod.Spec["containers"][0].Location
        && container.Pod.Labels["app.kubernetes.io/name"] == "odoo"
        && WorkloadParts.Of(container.Pod) == WorkloadPart.Application;

    /// <summary>What stands beside an Odoo and is none.</summary>
    private static readonly string[] OtherWords = ["exporter", "backup", "proxy", "nginx", "verify", "restore", "operator", "mail", "init", "tools", "docs"];
}
