// Demo data are invented patients, invoices and users with known passwords (demo/demo), mixed with real ones for good.
// Up to Odoo 18 every module that is installed brings them unless without_demo says no; from 19 on only with_demo does.
// https://www.odoo.com/documentation/18.0/developer/reference/cli.html#cmdoption-odoo-bin-without-demo

return new Policy<OdooServer, Scope>
{
    Title       = "Production loads no demo data",
    Severity    = High,
    Controls    = [Hipaa("164.312(c)(1)"), Nist80053("CM-6"), Nist80053("CM-7"), Iso27001("A.8.31")],
    Remediation = "Set without_demo = all in odoo.conf, or give Odoo --without-demo=all; from 19 on leave out with_demo.",
    Subjects    = estate => estate.OdooServers,
    Evaluate    = (server, scope) =>
        !server.Environment.IsDeclared ? NotApplicable("no descriptor declares production")
        : server.Environment.Class is { } stage && !scope.Classes.Contains(stage) ? NotApplicable($"{server.Environment.Description} is {Declared.Write(stage)}")
        : Without(server, server.Setting("with_demo"), server.Setting("without_demo")),
};

record Scope
{
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production, EnvironmentClass.DisasterRecovery];
}

Verdict Without(OdooServer server, OdooSetting with, OdooSetting without) =>
    with is { IsWritten: true, IsOn: true }       ? Fail(with.Place, $"{with.Says}, which loads demo data", with.Changed("False"))
    : without is { IsWritten: true, IsOn: true }  ? Pass(without.Place)
    : without is { IsWritten: true }              ? Fail(without.Place, $"{without.Says}, which loads demo data", without.Changed("all"))
    : with.IsWritten                              ? Pass(with.Place)
    : !without.IsKnown                            ? Fail(without.Place, without.Says)
    : server.LoadsDemoByDefault                   ? Fail(without.Place, "without_demo is not set, so modules are installed with their demo data", without.Changed("all"))
    : Pass("it loads none unless told to", server["image"]);
