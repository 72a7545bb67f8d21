using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Model;
using PolicyGate.Model.Estates;

namespace PolicyGate.Evaluate.Policies;

/// <summary>Several hosts as one; all judge at the same time.</summary>
public sealed class SeveralHosts(ImmutableArray<IPolicyHost> hosts) : IPolicyHost
{
    private readonly Lazy<PolicyRoster> roster = new(() => PolicyRoster.Of(
        hosts.SelectMany(host => host.Roster.Policies), hosts.SelectMany(host => host.Roster.Broken)));

    public PolicyRoster Roster => roster.Value;

    public void Expect(Estate estate)
    {
        foreach (IPolicyHost host in hosts)
        {
            host.Expect(estate);
        }
    }

    public HostAnswers Judge(HostRequest request)
    {
        Share[] shares = [.. hosts.Select(host => new Share(host, For(host, request))).Where(share => share.Request.Policies.Length > 0)];
        HostAnswers[] answers = new HostAnswers[shares.Length];
        Workers.ForEach(shares.Length, index => answers[index] = shares[index].Host.Judge(shares[index].Request));
        return new([.. answers.SelectMany(one => one.Policies)], [.. answers.SelectMany(one => one.Problems)]);
    }

    public void Dispose()
    {
        foreach (IPolicyHost host in hosts)
        {
            host.Dispose();
        }
    }

    private sealed record Share(IPolicyHost Host, HostRequest Request);

    private static HostRequest For(IPolicyHost host, HostRequest request)
    {
        HashSet<string> own = host.Roster.Policies.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        return request with { Policies = [.. request.Policies.Where(planned => own.Contains(planned.Policy.Id))] };
    }
}
