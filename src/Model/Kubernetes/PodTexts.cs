namespace PolicyGate.Model.Kubernetes;

/// <summary>All that a pod is told: images, commands, arguments, variables, and the files that git holds of it.</summary>
internal static class PodTexts
{
    public static IEnumerable<string> Of(PodTemplate pod) =>
        pod.Containers.SelectMany(Of).Concat(MountedFiles.ReadableIn(pod).Select(file => file.Known));

    private static IEnumerable<string> Of(Container container) =>
        new[] { container["image"].Text, string.Join(' ', container["command"].Texts.Concat(container["args"].Texts)) }
            .Concat(container.Variables.Values.SelectMany(variable => new[] { variable.Name, variable.Known }));
}
