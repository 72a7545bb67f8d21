using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What the model makes of the edge, of nodes and of quotas in the files of <c>cases</c>.</summary>
public sealed class EdgeModelTests
{
    [Fact]
    public void Entry_points_are_read_from_arguments_environment_files_and_charts() =>
        Found("entry-points", estate => estate.TraefikProxies.SelectMany(proxy => proxy.EntryPoints.Select(one =>
            $"{CaseEstate.Line(one.Place)} {proxy.Resource.Kind} {one.Name} {one.Address?.Value ?? "-"}"
            + (one.Tls is null ? "" : " tls") + (one.Redirect is null ? "" : " redirects") + (one.IsPlainHttp ? " plain" : ""))));

    [Fact]
    public void Rules_know_what_requests_pass() =>
        Found("route-rules", estate => estate.RouteRules.SelectMany(rule => rule.Filters
            .Select(filter => $"{CaseEstate.Line(filter.Place)} {rule.Match} {filter.Kind} {filter.Amount:0.##} {filter.Defect}".TrimEnd())
            .Concat(rule.UnknownFilters.Select(name => $"{CaseEstate.Line(name)} {rule.Match} unknown {name}"))
            .DefaultIfEmpty($"{CaseEstate.Line(rule.FiltersPlace)} {rule.Match} nothing")));

    [Fact]
    public void Versions_and_suites_are_told_in_every_spelling() =>
        Found("tls-settings", estate => estate.TlsSettings.Select(setting =>
            $"{CaseEstate.Line(setting.Node)} {setting.Lowest?.ToString() ?? "-"} {string.Join(' ', setting.WeakCiphers)}".TrimEnd()));

    [Fact]
    public void Certificates_have_the_defaults_of_cert_manager() =>
        Found("certificates", estate => estate.Certificates.Select(one =>
            $"{CaseEstate.Line(one.Node)} {one.Life?.ToString() ?? "?"} {one.Notice?.ToString() ?? "?"} {one.Algorithm} {one.KeySize} {one.IssuerPlace} {one.Issuer?.Kind ?? "-"}"));

    [Fact]
    public void Quotas_count_what_their_namespace_asks_for() =>
        Found("quotas", estate => estate.QuotaLimits.Select(limit =>
            $"{CaseEstate.Line(limit.Node)} {limit.Name} {limit.Used} of {limit.Hard}"
            + string.Concat(limit.Uses.Where(use => use.Amount is null).Select(use => $", open: {use.Resource.Name}"))));

    [Fact]
    public void Workloads_belong_to_a_plane() =>
        Found("planes", estate => estate.Resources.Select(resource => $"{resource.Name} {resource.Plane?.ToString() ?? "-"}"));

    private static void Found(string name, Func<Estate, IEnumerable<string>> describe) =>
        CaseEstate.Lines(describe(CaseEstate.Read(name)).Select(line => line.TrimStart())).ShouldBe(CaseEstate.Expected(name));
}
