using System.CommandLine;
using System.Globalization;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Drift;
using PolicyGate.Isolation.Supervision;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate drift</c>: what clusters really run, held against git, and judged by the same policies.</summary>
internal static class DriftCommand
{
    private static readonly Option<string[]> Contexts = Named<string[]>(
        "--context", "NAME", "a context of the kubeconfig, repeatable (default: those that the environments declare)");

    private static readonly Option<string?> Kubeconfig = Named<string?>(
        "--kubeconfig", "FILE", "the kubeconfig (default: those of KUBECONFIG, else ~/.kube/config, else the pod's account)");

    private static readonly Option<bool> InCluster = new("--in-cluster")
    {
        Description = "use the account of the pod that this runs in; --context only names the cluster",
    };

    private static readonly Option<string[]> Snapshots = Named<string[]>(
        "--live", "FILE", "a snapshot that `policygate snapshot` wrote, instead of a cluster, repeatable");

    private static readonly Option<string?> SecretKeyFile = Named<string?>(
        "--secret-key-file", "FILE", "the key with which the snapshot was taken, so that values of Secrets are compared");

    private static readonly Option<bool> NoSecrets = new("--no-secrets") { Description = "read no Secrets" };

    private static readonly Option<bool> ServerDryRun = new("--server-dry-run")
    {
        Description = "let the server say what applying git would change; nothing is stored, but the account must be allowed to patch",
    };

    private static readonly Option<string?> ShardText = Named<string?>(
        "--shard", "I/N", "look only at the clusters that are this run's of N runs, I from 0");

    private static readonly Option<int> Timeout = new("--timeout")
    {
        Description = "how long each cluster may take; what was not read by then is unknown",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 300,
    };

    private static readonly Option<int> MaxAge = new("--max-age")
    {
        Description = "a snapshot that is older says nothing about today",
        HelpName = "HOURS",
        DefaultValueFactory = _ => 24,
    };

    /// <param name="spare">A worker for foreign policies, perhaps started already.</param>
    public static Command Create(SpareWorker spare)
    {
        Command command = new("drift", "compare what clusters run with git, and judge it")
        {
            Contexts, Kubeconfig, InCluster, Snapshots, SecretKeyFile, NoSecrets, ServerDryRun, ShardText, Timeout, MaxAge,
        };
        CheckChoice.AddTo(command);
        command.SetAction(parsed => Run(parsed, spare));
        return command;
    }

    private static int Run(ParseResult parsed, SpareWorker spare)
    {
        CheckOptions check = CheckChoice.Read(parsed);
        using ClusterStage clusters = new(Read(parsed, check));
        return CheckRun.Run(check, spare, clusters);
    }

    private static DriftOptions Read(ParseResult parsed, CheckOptions check)
    {
        DriftOptions options = new()
        {
            Contexts = [.. (parsed.GetValue(Contexts) ?? []).Distinct(StringComparer.Ordinal)],
            Kubeconfig = parsed.GetValue(Kubeconfig),
            InCluster = parsed.GetValue(InCluster),
            Snapshots = [.. parsed.GetValue(Snapshots) ?? []],
            SecretKeyFile = parsed.GetValue(SecretKeyFile),
            NoSecrets = parsed.GetValue(NoSecrets),
            ServerDryRun = parsed.GetValue(ServerDryRun),
            Timeout = TimeSpan.FromSeconds(Within("--timeout", "seconds", parsed.GetValue(Timeout), 86_400)),
            OldestSnapshot = TimeSpan.FromHours(Within("--max-age", "hours", parsed.GetValue(MaxAge), 87_600)),
            Shard = parsed.GetValue(ShardText) is { } shard ? ShardOf(shard) : null,
            Environments = check.Environments,
        };
        bool isLive = options is { Contexts.Length: > 0 } or { Kubeconfig: not null } or { InCluster: true } or { ServerDryRun: true };
        return options.Snapshots.Length > 0 && isLive
            ? throw new UsageException("--live is instead of a cluster: leave out --context, --kubeconfig, --in-cluster and --server-dry-run")
            : options;
    }

    private static int Within(string option, string unit, int value, int most) => value >= 1 && value <= most
        ? value
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option} takes {unit}, from 1 to {most}"));

    private static Shard ShardOf(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 && Number(parts[0]) is { } index && Number(parts[1]) is > 0 and var count && index < count
            ? new(index, count)
            : throw new UsageException($"--shard takes one run of several, such as 0/4, not '{text}'");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static Option<T> Named<T>(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };
}
