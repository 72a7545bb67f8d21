// Every process of Odoo may grow to limit_memory_hard before it is replaced. If its workers together may be larger than
// the container, the kernel kills one in the middle of its work instead, and the users of the others wait for a restart.
// https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#worker-number-calculation

return new Policy<OdooServer, Counted>
{
    Title       = "Odoo's workers fit into the memory of their container",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(7)(i)"), Nist80053("SC-6"), Nist80053("CP-2(2)"), Iso27001("A.8.6")],
    Remediation = "Lower workers, max_cron_threads or limit_memory_hard, or raise resources.limits.memory.",
    Subjects    = estate => estate.OdooServers.Where(server => !server.IsOnce),
    Evaluate    = (server, counted) => Fits(server, counted, server.Container.Resources("limits.memory"), server.Setting("limit_memory_hard")),
};

record Counted
{
    /// <summary>Those for cron and for websockets, too: they seldom grow as far as workers do, all at the same time.</summary>
    public bool EveryProcess { get; init; }
}

Verdict Fits(OdooServer server, Counted counted, Node limit, OdooSetting hard) => (server.Processes, counted.EveryProcess ? server.OfAllProcesses("limit_memory_hard") : server.OfWorkers("limit_memory_hard")) switch
{
    (null, _)      => Unread(Number(server, "workers") ?? server.Setting("max_cron_threads")),
    (_, null)      => Unread(hard),
    (_, <= 0)      => Fail(hard.Place, "limit_memory_hard is 0, so nothing limits what a worker takes"),
    var (processes, need) => Within(limit, counted.EveryProcess ? processes : processes.Workers, new Quantity(need.Value), hard),
};

OdooSetting? Number(OdooServer server, string name) => server.Setting(name) is { Number: null } setting ? setting : null;

Verdict Unread(OdooSetting setting) => setting.IsKnown ? Fail(setting.Place, $"{setting.Says}, which is no number") : NotApplicable(setting.Says);

Verdict Within(Node limit, OdooProcesses processes, Quantity need, OdooSetting hard) =>
    limit.IsMissing                                     ? Fail(limit, $"{limit.Path} is not set, so nothing holds {Sum(processes, need)}")
    : !Quantity.TryParse(limit.Text, out var available) ? Fail(limit, $"{limit.Path} is {limit}, which is no amount")
    : need > available                                  ? Fail(limit, $"{limit.Path} is {limit}, less than {Sum(processes, need)}")
    : Pass($"{Sum(processes, need)} fit", limit, hard.Place);

string Sum(OdooProcesses processes, Quantity need) => $"the {need} that Odoo may take: {processes}, up to limit_memory_hard each";
