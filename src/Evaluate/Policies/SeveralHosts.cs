using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;

namespace PolicyGate.Evaluate.Policies;

/// <summary>Several hosts as one; all judge at the same time.</summary>
public sealed class SeveralHosts(ImmutableArray<IPolicyHost> hosts) : IPolicyHost
{
    public PolicyRoster Roster => PolicyRoster.Of(
        hosts.SelectMany(host => host.Roster.Policies), hosts.SelectMany(host => host.Roster.Broken));

    public HostAnswers Judge(HostRequest request)
    {
        Task<HostAnswers>[] judging = [.. hosts[1..].Select(host => Task.Run(() => host.Judge(For(host, request))))];
        HostAnswers[] answers = [hosts[0].Judge(For(hosts[0], request)), .. Task.WhenAll(judging).GetAwaiter().GetResult()];
        return new([.. answers.SelectMany(one => one.Policies)], [.. answers.SelectMany(one => one.Problems)]);
    }

    public void Dispose()
    {
        foreach (IPolicyHost host in hosts)
        {
            host.Dispose();
        }
    }

    private static HostRequest For(IPolicyHost host, HostRequest request)
    {
        HashSet<string> own = host.Roster.Policies.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        return request with { Policies = [.. request.Policies.Where(planned => own.Contains(planned.Policy.Id))] };
    }
}
