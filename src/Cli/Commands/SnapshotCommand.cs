using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Cli.Check;
using PolicyGate.Clusters;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Kubeconfig;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Model.Live;

namespace PolicyGate.Cli.Commands;

/// <summary>
/// <c>policygate snapshot</c>: reads a cluster into a file, and nothing but reads. Exit code 3 when something could not be
/// read, but for kinds with <c>--allow-partial</c>; the file says what.
/// </summary>
internal static partial class SnapshotCommand
{
    private static readonly Option<string?> Context = Named<string?>(
        "--context", "NAME", "the context of the kubeconfig (default: the current one)");

    private static readonly Option<string?> Kubeconfig = Named<string?>(
        "--kubeconfig", "FILE", "the kubeconfig (default: those of KUBECONFIG, else ~/.kube/config, else the pod's account)");

    private static readonly Option<bool> InCluster = new("--in-cluster")
    {
        Description = "use the account of the pod that this runs in; --context only names the snapshot",
    };

    private static readonly Option<string?> OutputFile = Named<string?>(
        "--output", "FILE", "where the snapshot is written, compressed when the name ends in .gz");

    private static readonly Option<string[]> Namespaces = Named<string[]>(
        "--namespace", "NS", "read only this namespace, repeatable; kinds without namespaces are left out");

    private static readonly Option<string[]> AlsoVersions = Named<string[]>(
        "--also-version", "GROUP/VERSION", "read kinds in this version too, such as autoscaling/v1, repeatable");

    private static readonly Option<string[]> AlsoKinds = Named<string[]>(
        "--also-kind", "KIND", "read a kind that is left out as a rule, such as endpoints or endpointslices.discovery.k8s.io, repeatable");

    private static readonly Option<string?> SecretKeyFile = Named<string?>(
        "--secret-key-file", "FILE", "hash the values of Secrets with this key, so that they can be compared with git (default: a key that nobody keeps)");

    private static readonly Option<bool> NoSecrets = new("--no-secrets") { Description = "read no Secrets" };

    private static readonly Option<bool> AllowPartial = new("--allow-partial")
    {
        Description = "exit code 0 although kinds could not be read, such as those that the account may not list; `drift` tells what that means",
    };

    private static readonly Option<int> Timeout = new("--timeout")
    {
        Description = "how long the cluster may take; what was not read by then is unknown",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 300,
    };

    public static Command Create()
    {
        OutputFile.Required = true;
        Command command = new("snapshot", "read a cluster into a file; the only command that needs a kubeconfig")
        {
            Context, Kubeconfig, InCluster, OutputFile, Namespaces, AlsoKinds, AlsoVersions, SecretKeyFile, NoSecrets, AllowPartial, Timeout,
        };
        command.SetAction(parsed => Run(parsed).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        string output = parsed.GetValue(OutputFile)!;
        SnapshotWishes wishes = Wishes(parsed);
        ClusterAccess access = Access(parsed);
        using KubernetesCluster cluster = KubernetesCluster.Connect(new() { Access = access, Version = Version });
        SnapshotSummary summary;
        using (Stream file = Create(output))
        using (ProgressLine progress = new())
        {
            summary = await SnapshotRun.Take(
                cluster,
                wishes,
                file,
                far => progress.Show($"{far.KindsDone} of {far.Kinds} kinds read, {far.Objects} objects"),
                CancellationToken.None).ConfigureAwait(false);
        }

        Tell(access, wishes, summary, output);
        bool isTolerated = parsed.GetValue(AllowPartial) && summary.Problems.IsEmpty;
        return summary.IsComplete || isTolerated ? ExitCode.Open : ExitCode.Inconclusive;
    }

    internal static void WarnIfUnverified(ClusterAccess access)
    {
        if (access.IsUnverified)
        {
            ErrorOutput.Write("policygate: anybody could have answered: the kubeconfig has insecure-skip-tls-verify");
        }
    }

    private static void Tell(ClusterAccess access, SnapshotWishes wishes, SnapshotSummary summary, string output)
    {
        WarnIfUnverified(access);
        foreach (string problem in summary.Problems)
        {
            ErrorOutput.Write($"policygate: {problem}");
        }

        foreach (KindAccount kind in summary.Kinds.Where(kind => kind.Outcome == KindOutcome.Unknown))
        {
            ErrorOutput.Write($"policygate: {kind} is unknown: {kind.Why}");
        }

        bool isServed(KindName wish) => summary.Kinds.Any(kind => wish.Is(kind.Group, kind.Resource, kind.Kind));
        foreach (KindName wish in wishes.AlsoKinds.Where(wish => summary.Problems.IsEmpty && !isServed(wish)))
        {
            ErrorOutput.Write($"policygate: --also-kind {wish}: the cluster serves no such kind");
        }

        int kinds = summary.Kinds.Count(kind => kind.Outcome == KindOutcome.Read);
        int unknown = summary.Kinds.Count(kind => kind.Outcome == KindOutcome.Unknown);
        StandardOutput.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{access.Name}: {summary.Objects} objects of {kinds} kinds, {unknown} kinds unknown, in {summary.Duration.TotalSeconds:0.0} s; written to {output}"));
    }

    private static ClusterAccess Access(ParseResult parsed)
    {
        KubeconfigChoice choice = new(parsed.GetValue(Kubeconfig), parsed.GetValue(Context), parsed.GetValue(InCluster));
        return Access(choice);
    }

    internal static ClusterAccess Access(KubeconfigChoice choice)
    {
        if (choice is { InCluster: true, File: not null })
        {
            throw new UsageException("--in-cluster and --kubeconfig contradict each other: give one of them");
        }

        KubeconfigReading reading = KubeconfigReader.Read(choice, Surroundings.OfProcess);
        return reading.Access ?? throw new UsageException(reading.Problems.Select(problem => problem.ToString()));
    }

    private static SnapshotWishes Wishes(ParseResult parsed) => new()
    {
        Namespaces = [.. (parsed.GetValue(Namespaces) ?? []).Distinct(StringComparer.Ordinal).Select(NamespaceName)],
        AlsoKinds = [.. (parsed.GetValue(AlsoKinds) ?? []).Select(Kind)],
        AlsoVersions = [.. parsed.GetValue(AlsoVersions) ?? []],
        ReadSecrets = !parsed.GetValue(NoSecrets),
        Key = parsed.GetValue(SecretKeyFile) is { } file ? KeyOf(file) : SecretKey.Generate(),
        Timeout = parsed.GetValue(Timeout) is > 0 and <= 86_400 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException("--timeout takes seconds, from 1 to 86400"),
    };

    private static string NamespaceName(string text) => DnsLabel().IsMatch(text)
        ? text
        : throw new UsageException($"'{text}' is no name of a namespace");

    private static KindName Kind(string text) => KindName.Parse(text)
        ?? throw new UsageException($"'{text}' is no name of a kind: say it as kubectl does, such as endpointslices.discovery.k8s.io");

    internal static SecretKey KeyOf(string file)
    {
        try
        {
            return SecretKey.FromFile(file)
                ?? throw new UsageException($"{file}: a key has 32 to 4096 bytes; `openssl rand -hex 32` makes one");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: the key cannot be read: check that it is there, and its permissions");
        }
    }

    private static Stream Create(string output)
    {
        try
        {
            return SnapshotFile.Create(output);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{output}: the snapshot cannot be written there: check the directory and its permissions");
        }
    }

    internal static string Version => typeof(SnapshotCommand).Assembly.GetName().Version!.ToString(3);

    /// <summary><see href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names">Names</see>.</summary>
    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex DnsLabel();

    private static Option<T> Named<T>(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };
}
