using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Model;

namespace PolicyGate.Evaluate.Policies;

/// <summary>Several hosts as one; all judge at the same time.</summary>
public sealed class SeveralHosts(ImmutableArray<IPolicyHost> hosts) : IPolicyHost
{
    private readonly Lazy<PolicyRoster> roster = new(() => PolicyRoster.Of(
        hosts.SelectMany(host => host.Roster.Policies), hosts.SelectMany(host => host.Roster.Broken)));

    public PolicyRoster Roster => roster.Value;

    public HostAnswers Judge(HostRequest request)
    {
        HostRequest[] requests = [.. hosts.Select(host => For(host, request))];
        int[] asked = [.. Enumerable.Range(0, requests.Length).Where(index => requests[index].Policies.Length > 0)];
        HostAnswers[] answers = new HostAnswers[asked.Length];
        Workers.ForEach(asked.Length, index => answers[index] = hosts[asked[index]].Judge(requests[asked[index]]));
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
