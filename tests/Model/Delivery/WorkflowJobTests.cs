using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Delivery;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Tests.Delivery;

/// <summary>What jobs of workflows deploy, and to where.</summary>
public sealed class WorkflowJobTests
{
    [Theory]
    [InlineData("run: kubectl apply -f app.yaml", "feared")]
    [InlineData("run: kubectl --context prod apply -f app.yaml", "production")]
    [InlineData("run: kubectl -n staging apply -f app.yaml", "elsewhere")]
    [InlineData("run: kubectl apply --dry-run=server -f prod.yaml", "nothing")]
    [InlineData("run: kubectl get pods -n prod", "nothing")]
    [InlineData("run: kubectl rollout status deploy/odoo", "nothing")]
    [InlineData("run: helm upgrade --install erp charts/odoo -f values-prod.yaml", "production")]
    [InlineData("run: helm lint charts/odoo", "nothing")]
    [InlineData("run: ./deploy.sh dev", "elsewhere")]
    [InlineData("run: make deploy-production", "production")]
    [InlineData("run: NODE_ENV=production npm run deploy", "feared")]
    [InlineData("run: kubectl apply -n non-prod -f .", "elsewhere")]
    [InlineData("uses: azure/k8s-deploy@v5", "feared")]
    [InlineData("uses: azure/setup-kubectl@v4", "nothing")]
    [InlineData("run: terraform apply -auto-approve -var-file=prd.tfvars", "production")]
    [InlineData("run: echo production", "nothing")]
    public void A_step_deploys_by_what_it_runs(string step, string expected) => Told($"ship: {{ steps: [{{ {Quoted(step)} }}] }}").ShouldBe(expected);

    [Theory]
    [InlineData("{ environment: production, steps: [] }", "production")]
    [InlineData("{ environment: { name: staging }, steps: [] }", "elsewhere")]
    [InlineData("{ steps: [{ uses: helm/kind-action@v1 }, { run: kubectl apply -f prod.yaml }] }", "nothing")]
    [InlineData("{ uses: octo/shared/.github/workflows/deploy.yaml@v1 }", "feared")]
    [InlineData("{ uses: octo/shared/.github/workflows/test.yaml@v1 }", "nothing")]
    public void A_job_deploys_by_what_it_names(string job, string expected) => Told($"ship: {job}").ShouldBe(expected);

    [Fact]
    public void A_context_of_a_descriptor_is_production() =>
        Told("ship: { steps: [{ run: kubectl --context st-marys-live apply -f . }] }").ShouldBe("production");

    private static string Told(string job)
    {
        WorkflowJob one = Jobs($"on: push\njobs:\n  {job}\n");
        return !one.Deploys ? "nothing" : !one.DeploysToProduction ? "elsewhere" : one.NamesProduction ? "production" : "feared";
    }

    private static WorkflowJob Jobs(string workflow)
    {
        const string Descriptor = "apiVersion: policygate.dev/v1\nkind: Environment\nmetadata: { name: st-marys }\nspec: { class: production, cluster: { context: st-marys-live } }\n";
        YamlFile read = YamlReader.Read(".github/workflows/ship.yaml", workflow, LoadLimits.Default);
        read.Problems.ShouldBeEmpty();
        EnvironmentContents environment = new("st-marys", YamlReader.Read("environment.yaml", Descriptor, LoadLimits.Default).Documents.Single(), []);
        return new Estate([environment], surroundings: new() { Workflows = read.Documents }).WorkflowJobs.Single();
    }

    private static string Quoted(string step) => step.Split(": ", 2) is [var field, var text] ? $"{field}: \"{text}\"" : step;
}
