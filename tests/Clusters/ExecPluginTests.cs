using System.Collections.Immutable;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>Credential plugins, as small scripts of the system's shell.</summary>
public sealed class ExecPluginTests : IDisposable
{
    private const string V1 = "client.authentication.k8s.io/v1";

    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;
    private readonly FakeTime _time = new();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [ShellFact]
    public async Task It_is_asked_once_until_what_it_gave_expires()
    {
        using ExecPlugin plugin = Plugin($$$"""
            echo . >> "{{{_directory}}}/calls"
            echo '{"apiVersion":"{{{V1}}}","kind":"ExecCredential","status":{"token":"t0ken","expirationTimestamp":"2026-03-14T10:26:53Z"}}'
            """);

        (await plugin.Ask(CancellationToken.None)).Token!.Reveal().ShouldBe("t0ken");
        await plugin.Ask(CancellationToken.None);
        Calls.ShouldBe(1);
        _time.Pass(TimeSpan.FromMinutes(59) + TimeSpan.FromSeconds(49));
        await plugin.Ask(CancellationToken.None);
        Calls.ShouldBe(1);
        _time.Pass(TimeSpan.FromSeconds(1));
        await plugin.Ask(CancellationToken.None);
        Calls.ShouldBe(2);
    }

    [ShellFact]
    public async Task It_is_told_what_the_kubeconfig_says_and_has_nobody_to_ask()
    {
        using ExecPlugin plugin = Plugin(
            $$$"""
            read answer && exit 9
            printf '%s' "$KUBERNETES_EXEC_INFO" > "{{{_directory}}}/question"
            printf '{"apiVersion":"{{{V1}}}","kind":"ExecCredential","status":{"token":"%s-%s-%s"}}' "$1" "$2" "$REGION"
            """,
            command => command with { Arguments = ["get*token", "--x"], Variables = [("REGION", new("eu"))], WantsCluster = true });

        (await plugin.Ask(CancellationToken.None)).Token!.Reveal().ShouldBe("get*token---x-eu");
        File.ReadAllText(Path.Combine(_directory, "question")).ShouldBe(
            """{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false,"cluster":{"server":"https://cluster.example"}}}""");
    }

    /// <summary>Each line: a script, and what is said of it.</summary>
    [ShellTheory]
    [InlineData("echo \"login expired, secret $KEY\" >&2; exit 3", "failed with exit code 3: login expired, secret ***")]
    [InlineData("echo NotJson-t0ken", "gave no usable ExecCredential of client.authentication.k8s.io/v1: it is no JSON")]
    [InlineData("echo '[]'", "gave no usable ExecCredential of client.authentication.k8s.io/v1: it is no object")]
    [InlineData("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"t\"}}'", "gave no usable ExecCredential of client.authentication.k8s.io/v1: kind or apiVersion is another")]
    [InlineData("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\"}'", "gave no usable ExecCredential of client.authentication.k8s.io/v1: it has no status")]
    [InlineData("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{}}'", "gave no usable ExecCredential of client.authentication.k8s.io/v1: it has neither token nor certificate")]
    [InlineData("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"t\",\"expirationTimestamp\":\"soon\"}}'", "gave no usable ExecCredential of client.authentication.k8s.io/v1: its expirationTimestamp is no instant")]
    [InlineData("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"clientCertificateData\":\"x\"}}'", "gave no usable ExecCredential of client.authentication.k8s.io/v1: a certificate needs its key, and a key its certificate")]
    public async Task Its_failure_is_told_without_secrets(string script, string message)
    {
        using ExecPlugin plugin = Plugin(script, command => command with { Variables = [("KEY", new("s3cret"))] });

        ExecAnswer answer = await plugin.Ask(CancellationToken.None);

        answer.Problem.ShouldBe($"the credential plugin '{Script}' {message}");
    }

    [Fact]
    public async Task One_that_is_missing_is_told_with_its_vendors_hint()
    {
        ExecCommand command = new() { ApiVersion = V1, Program = "hospital-login-that-nobody-has", InstallHint = "apt install hospital-login" };
        using ExecPlugin plugin = new(command, Access(command), _time);

        (await plugin.Ask(CancellationToken.None)).Problem.ShouldBe(
            "the credential plugin 'hospital-login-that-nobody-has' is not here: install it or put it on PATH; its vendor says: apt install hospital-login");
    }

    [ShellFact]
    public async Task What_the_cluster_refuses_is_fetched_anew_once()
    {
        ExecCommand command = Written($$$"""
            echo . >> "{{{_directory}}}/calls"
            printf '{"apiVersion":"{{{V1}}}","kind":"ExecCredential","status":{"token":"t%s"}}' $(wc -l < "{{{_directory}}}/calls")
            """);
        using ScriptedCluster cluster = new ScriptedCluster { Access = Access(command) with { Server = new("https://cluster.example/k8s/") } }
            .On("/version", 401, "{}").On("/version", 200, "{}").On("/version", 401, "{}").On("/version", 401, "{}");
        using KubernetesCluster client = cluster.Client();

        (await client.GetVersion(CancellationToken.None)).IsGiven.ShouldBeTrue();
        (await client.GetVersion(CancellationToken.None)).Problem!.Kind.ShouldBe(ClusterProblemKind.Unauthorized);

        cluster.Requests.Select(request => request.Headers.Authorization!.ToString().Replace(" ", "", StringComparison.Ordinal))
            .ShouldBe(["Bearert1", "Bearert2", "Bearert2", "Bearert3"]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_token_file_is_read_anew_and_may_be_missing_for_a_moment()
    {
        string file = Path.Combine(_directory, "token");
        File.WriteAllText(file, "one\n");
        using ScriptedCluster cluster = new ScriptedCluster
        {
            Access = new() { Name = "hospital", Server = new("https://cluster.example/k8s/"), Credentials = new Credentials.TokenFile(file, null) },
        }.On("/version", 200, "{}").On("/version", 200, "{}").On("/version", 200, "{}");
        using KubernetesCluster client = cluster.Client();

        await client.GetVersion(CancellationToken.None);
        File.WriteAllText(file, "two");
        await client.GetVersion(CancellationToken.None);
        File.Delete(file);
        await client.GetVersion(CancellationToken.None);

        cluster.Requests.Select(request => request.Headers.Authorization!.Parameter).ShouldBe(["one", "two", "two"]);
    }

    /// <summary>The first request is refused only when another has been answered already, with the new token.</summary>
    [Fact]
    public async Task A_token_that_is_replaced_while_it_is_refused_is_taken_by_all()
    {
        string file = Path.Combine(_directory, "token");
        File.WriteAllText(file, "one");
        using ScriptedCluster cluster = new ScriptedCluster
        {
            Access = new() { Name = "hospital", Server = new("https://cluster.example/k8s/"), Credentials = new Credentials.TokenFile(file, null) },
        };
        using KubernetesCluster client = cluster.Client();
        cluster.On("/version", cancellation => RefusedAfterAnother(client, () => File.WriteAllText(file, "two"), cancellation))
            .On("/version", 200, "{}").On("/version", 200, "{}");

        (await client.GetVersion(CancellationToken.None)).IsGiven.ShouldBeTrue();

        cluster.Requests.Select(request => request.Headers.Authorization!.Parameter).ShouldBe(["one", "two", "two"]);
        cluster.ShouldBeOver();
    }

    [ShellFact]
    public async Task A_plugin_that_has_given_a_newer_token_is_not_asked_again()
    {
        ExecCommand command = Written($$$"""
            echo . >> "{{{_directory}}}/calls"
            printf '{"apiVersion":"{{{V1}}}","kind":"ExecCredential","status":{"token":"t%d"}}' $(wc -l < "{{{_directory}}}/calls")
            """);
        using ScriptedCluster cluster = new() { Access = Access(command) with { Server = new("https://cluster.example/k8s/") } };
        using KubernetesCluster client = cluster.Client();
        cluster.On("/version", cancellation => RefusedAfterAnother(client, () => { }, cancellation))
            .On("/version", 401, "{}").On("/version", 200, "{}").On("/version", 200, "{}");

        (await client.GetVersion(CancellationToken.None)).IsGiven.ShouldBeTrue();

        cluster.Requests.Select(request => request.Headers.Authorization!.Parameter).ShouldBe(["t1", "t1", "t2", "t2"]);
        Calls.ShouldBe(2);
    }

    private static async Task<HttpResponseMessage> RefusedAfterAnother(KubernetesCluster client, Action meanwhile, CancellationToken cancellation)
    {
        meanwhile();
        (await client.GetVersion(cancellation)).IsGiven.ShouldBeTrue();
        return ScriptedCluster.Message(401, "{}");
    }

    private string Script => Path.Combine(_directory, "login");

    private int Calls => File.ReadAllLines(Path.Combine(_directory, "calls")).Length;

    private static ClusterAccess Access(ExecCommand command) =>
        new() { Name = "hospital", Server = new("https://cluster.example/"), Credentials = new Credentials.Plugin(command) };

    private ExecPlugin Plugin(string script, Func<ExecCommand, ExecCommand>? change = null)
    {
        ExecCommand command = (change ?? (same => same))(Written(script));
        return new(command, Access(command), _time);
    }

    private ExecCommand Written(string script)
    {
        File.WriteAllText(Script, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new() { ApiVersion = V1, Program = Script, Arguments = ImmutableArray<string>.Empty };
    }
}

/// <summary>A test that needs a shell of Unix; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    public override string? Skip => Shell.Missing;
}

/// <inheritdoc cref="ShellFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    public override string? Skip => Shell.Missing;
}

/// <summary>Says what is not here.</summary>
internal static class Shell
{
    public static string? Missing => File.Exists("/bin/sh") ? null : "/bin/sh is not here";
}
