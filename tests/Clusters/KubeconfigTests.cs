using System.Security.Cryptography.X509Certificates;
using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Kubeconfig;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Tests;

namespace PolicyGate.Clusters.Tests;

/// <summary>
/// Folders of <c>cases/kubeconfig</c>: <c>case.txt</c> says how it is read, <c>expected.txt</c> what is understood or what is
/// wrong. <c>@authority@</c>, <c>@certificate@</c> and <c>@key@</c> stand for PEM in base64, files of these names for PEM.
/// </summary>
public sealed class KubeconfigTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_read_as_expected(string name)
    {
        Dictionary<string, string> options = Copy(Path.Combine(Folder, name));
        KubeconfigChoice choice = new(
            options.TryGetValue("--kubeconfig", out string? file) ? Path.Combine(_directory, file) : null,
            options.GetValueOrDefault("--context"),
            options.ContainsKey("--in-cluster"));
        Surroundings surroundings = new()
        {
            Variable = variable => variable == "KUBECONFIG" && options.TryGetValue(variable, out string? list)
                ? string.Join(Path.PathSeparator, list.Split(':').Select(one => Path.Combine(_directory, one)))
                : options.GetValueOrDefault(variable),
            Home = _directory,
            ServiceAccount = Path.Combine(_directory, "serviceaccount"),
        };

        KubeconfigReading reading = KubeconfigReader.Read(choice, surroundings);

        string found = reading.Access is { } access
            ? string.Join('\n', Describe(access))
            : string.Join('\n', reading.Problems.Select(problem => problem.ToString()));
        found.Replace(_directory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/')
            .ShouldBe(File.ReadAllText(Path.Combine(Folder, name, "expected.txt")).ReplaceLineEndings("\n").TrimEnd());
        found.ShouldNotBeEmpty();
    }

    /// <summary>Whatever is wrong with a kubeconfig, no message quotes it.</summary>
    [Fact]
    public void No_problem_and_no_record_tells_a_secret()
    {
        const string canary = "canary-5e0b";
        string file = Path.Combine(_directory, "config");
        string good = $$"""
            current-context: c
            contexts: [{ name: c, context: { cluster: k, user: u } }]
            clusters: [{ name: k, cluster: { server: "https://k" } }]
            users: [{ name: u, user: { token: {{canary}}, password: {{canary}}, client-key-data: {{canary}}, exec: { command: x, env: [{ name: K, value: {{canary}} }] } } }]
            """;
        for (int length = 0; length <= good.Length; length += 3)
        {
            File.WriteAllText(file, good[..length]);
            KubeconfigReader.Read(new(file, null, false), Nothing).ToString().ShouldNotContain(canary);
        }

        File.WriteAllText(file, good.Replace($"password: {canary}, client-key-data: {canary},", "", StringComparison.Ordinal));
        ClusterAccess access = KubeconfigReader.Read(new(file, null, false), Nothing).Access!;
        access.ToString().ShouldNotContain(canary);
        access.Credentials.ToString().ShouldNotContain(canary);
    }

    private static string Folder => Repository.At("tests", "Clusters", "cases", "kubeconfig");

    private static Surroundings Nothing => new() { Variable = _ => null, Home = "nowhere", ServiceAccount = "nowhere" };

    private static IEnumerable<string> Describe(ClusterAccess access)
    {
        yield return $"name: {access.Name}";
        yield return $"server: {access.Server}";
        foreach (X509Certificate2 authority in access.Authorities)
        {
            yield return $"authority: {authority.Subject}";
        }

        if (access.TlsServerName is { } serverName)
        {
            yield return $"tls-server-name: {serverName}";
        }

        if (access.IsUnverified)
        {
            yield return "unverified";
        }

        if (access.Proxy is { } proxy)
        {
            yield return $"proxy: {proxy}";
        }

        yield return access.Credentials switch
        {
            Credentials.Token token => $"token: {token.Text.Reveal()}",
            Credentials.TokenFile file => $"token file: {file.Path}, else {file.Fallback?.Reveal() ?? "none"}",
            Credentials.Basic basic => $"basic: {basic.User} {basic.Password.Reveal()}",
            Credentials.Plugin { Command: var command } => $"plugin: {command.ApiVersion} {command.Program} [{string.Join("|", command.Arguments)}]"
                + $" [{string.Join("|", command.Variables.Select(one => $"{one.Name}={one.Value.Reveal()}"))}] cluster={command.WantsCluster} hint={command.InstallHint}",
            _ => "no credentials",
        };
        if (access.Certificate is { } certificate)
        {
            yield return $"certificate: {certificate.Leaf.Subject} with key={certificate.Leaf.HasPrivateKey}";
        }

        if (access.As is { } whom)
        {
            yield return $"as: {whom.User} {whom.Uid} [{string.Join("|", whom.Groups)}] [{string.Join("|", whom.Extra)}]";
        }
    }

    /// <summary>Copies a case, certificates put in, and gives its options.</summary>
    private Dictionary<string, string> Copy(string folder)
    {
        using TestAuthority authority = new("hospital-authority");
        using X509Certificate2 own = authority.Issue("auditor");
        Dictionary<string, string> pems = new()
        {
            ["authority"] = authority.Certificate.ExportCertificatePem(),
            ["certificate"] = own.ExportCertificatePem(),
            ["key"] = own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
        };
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(_directory, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, pems.Aggregate(File.ReadAllText(file), (text, pem) => text
                .Replace($"@{pem.Key}@", Convert.ToBase64String(Encoding.UTF8.GetBytes(pem.Value)), StringComparison.Ordinal)
                .Replace($"@{pem.Key}.pem@", pem.Value, StringComparison.Ordinal)));
        }

        return File.ReadAllLines(Path.Combine(folder, "case.txt"))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "");
    }
}
