using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place of a pod that a level of the Pod Security Standards does not allow.</summary>
public sealed record PodSecurityBreach(Node Place, string Message);

/// <summary>
/// The Pod Security Standards as of 1.37, as the API server's admission judges them:
/// https://kubernetes.io/docs/concepts/security/pod-security-standards/,
/// https://github.com/kubernetes/kubernetes/tree/master/staging/src/k8s.io/pod-security-admission/policy
/// </summary>
public static class PodSecurityStandards
{
    private static readonly string[] ContainerTypesOfSelinux =
        ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

    private static readonly string[] PlainVolumes =
        ["name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    private static readonly string[] Handlers =
        ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];

    /// <summary>The capabilities that the baseline level lets a container add.</summary>
    public static ImmutableArray<string> DefaultCapabilities { get; } =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID",
        "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    /// <summary>The kernel settings that stay inside the pod that sets them.</summary>
    public static ImmutableArray<string> SafeSysctls { get; } =
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports",
        "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range", "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time",
        "net.ipv4.tcp_notsent_lowat", "net.ipv4.tcp_rmem", "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_syncookies",
        "net.ipv4.tcp_wmem",
    ];

    /// <summary>What the baseline level does not allow: known ways out of the container.</summary>
    public static IEnumerable<PodSecurityBreach> BaselineBreaches(PodTemplate pod) =>
        Told(SharedWithNode(pod), "gives the pod what is the node's")
            .Concat(Told(Unconfined(pod), "lifts what confines the pod"))
            .Concat(Told(Reaching(pod), "reaches beyond the pod"));

    /// <summary>What the restricted level does not allow, the baseline's included: all that is not hardened.</summary>
    public static IEnumerable<PodSecurityBreach> RestrictedBreaches(PodTemplate pod) =>
        BaselineBreaches(pod)
            .Concat(Told(Unplain(pod), "is no volume type of the restricted level"))
            .Concat(Told(MaybeRoot(pod), "lets a container run as root"))
            .Concat(pod.IsWindows ? [] : Told(Unhardened(pod), "is not as the restricted level asks"))
            .DistinctBy(breach => breach.Place.Path);

    private static IEnumerable<PodSecurityBreach> Told(IEnumerable<Node> places, string why) =>
        places.Select(place => new PodSecurityBreach(place, $"{place.Path} {(place.IsScalar ? $"is {place}, which" : place.Exists ? "is set, which" : "is not set, which")} {why}"));

    private static IEnumerable<Node> SharedWithNode(PodTemplate pod) =>
        new[] { pod.Spec["hostNetwork"], pod.Spec["hostPID"], pod.Spec["hostIPC"] }
            .Concat(pod.SecurityContexts.Select(context => context["windowsOptions.hostProcess"]))
            .Concat(pod.Containers.Select(container => container.SecurityContext["privileged"]))
            .Where(place => place.Exists && !place.IsFalse)
            .Concat(pod.Volumes.Select(volume => volume["hostPath"]).Where(place => place.Exists))
            .Concat(pod.Containers.SelectMany(container => container.Ports).Select(port => port["hostPort"]).Where(port => port.Exists && port.Integer != 0));

    private static IEnumerable<Node> Unconfined(PodTemplate pod) =>
        pod.SecurityContexts.SelectMany(UnconfinedIn)
            .Concat(pod.Annotations.Node.Fields.Where(UnconfinedByAnnotation))
            .Concat(pod.Containers.Select(container => container.SecurityContext["procMount"]).Where(mount => mount.Text is not ("" or "Default")));

    private static IEnumerable<Node> UnconfinedIn(Node context) =>
        new[] { context["seccompProfile.type"], context["appArmorProfile.type"] }
            .Where(type => type.Parent.Exists && type.Text is not ("RuntimeDefault" or "Localhost"))
            .Concat(new[] { context["seLinuxOptions.type"] }.Where(type => !ContainerTypesOfSelinux.Contains(type.Text)))
            .Concat(new[] { context["seLinuxOptions.user"], context["seLinuxOptions.role"] }.Where(field => field.Text.Length > 0));

    private static bool UnconfinedByAnnotation(Node annotation) =>
        annotation.Name.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal)
        && annotation.Text is not ("" or "runtime/default")
        && !annotation.Text.StartsWith("localhost/", StringComparison.Ordinal);

    private static IEnumerable<Node> Reaching(PodTemplate pod) =>
        pod.Containers.SelectMany(container => container.Capabilities.Added).Where(item => !DefaultCapabilities.Contains(item.Text))
            .Concat(pod.SecurityContext["sysctls"].Items.Select(sysctl => sysctl["name"]).Where(name => !SafeSysctls.Contains(name.Text)))
            .Concat(pod.Containers
                .SelectMany(container => Handlers.Select(handler => container[handler]))
                .SelectMany(handler => new[] { handler["httpGet.host"], handler["tcpSocket.host"] })
                .Where(host => host.Text.Length > 0));

    private static IEnumerable<Node> Unplain(PodTemplate pod) =>
        pod.Volumes.SelectMany(volume => volume.Node.Fields).Where(field => field.Exists && !PlainVolumes.Contains(field.Name));

    private static IEnumerable<Node> MaybeRoot(PodTemplate pod) =>
        pod.SecurityContexts.Select(context => context["runAsUser"]).Where(user => user.Exists && user.Integer is not > 0)
            .Concat(pod.SecurityContexts.Select(context => context["runAsNonRoot"]).Where(nonRoot => nonRoot.Exists && !nonRoot.IsTrue))
            .Concat(pod.Containers.Select(container => container.Security("runAsNonRoot")).Where(nonRoot => nonRoot.IsMissing));

    private static IEnumerable<Node> Unhardened(PodTemplate pod) =>
        pod.Containers.Select(container => container.SecurityContext["allowPrivilegeEscalation"]).Where(escalation => !escalation.IsFalse)
            .Concat(pod.Containers.Select(container => container.Security("seccompProfile")).Where(profile => profile.IsMissing))
            .Concat(pod.Containers.Select(container => container.Capabilities.Node["drop"]).Where(drop => !drop.Texts.Contains("ALL")))
            .Concat(pod.Containers.SelectMany(container => container.Capabilities.Added).Where(item => item.Text != "NET_BIND_SERVICE"));
}
