using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

public sealed class HostPathTests
{
    [Theory]
    [InlineData("/etc", "/etc")]
    [InlineData("/etc/", "/etc")]
    [InlineData("//etc/./ssl/../kubernetes", "/etc/kubernetes")]
    [InlineData("/srv/../..", "/")]
    [InlineData("/var/run/docker.sock", "/run/docker.sock")]
    [InlineData("/var/running", "/var/running")]
    [InlineData(@"\\.\pipe\docker_engine", @"\\.\pipe\docker_engine")]
    [InlineData("", "")]
    public void A_path_is_what_the_node_makes_of_it(string written, string path) => Mounted(written).Path.ShouldBe(path);

    [Theory]
    [InlineData("/etc/ssl", "/etc", true)]
    [InlineData("/etc", "/etc/", true)]
    [InlineData("/etcetera", "/etc", false)]
    [InlineData("/run/x", "/var/run", true)]
    [InlineData("/srv", "/", true)]
    [InlineData("/", "/srv", false)]
    public void A_directory_holds_itself_and_what_is_below(string written, string directory, bool isWithin) =>
        Mounted(written).IsWithin(directory).ShouldBe(isWithin);

    [Fact]
    public void Other_volumes_mount_nothing_of_the_node() => VolumeOf("emptyDir: {}").HostPath.ShouldBeNull();

    private static HostPath Mounted(string path) => VolumeOf($"hostPath: {{ path: '{path}' }}").HostPath.ShouldNotBeNull();

    private static Volume VolumeOf(string source) =>
        Manifests.Estate($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: odoo }
            spec:
              volumes:
                - name: data
                  {{source}}
            """).Pods.Single().Volumes.Single();
}
