using PolicyGate.Model.Delivery;
using PolicyGate.Model.Tests.Kubernetes;

namespace PolicyGate.Model.Tests.Delivery;

/// <summary>What the form of a revision tells.</summary>
public sealed class DeliverySourceTests
{
    [Theory]
    [InlineData("v1.2.3", true, true)]
    [InlineData("1.2.3-rc.1+build", true, true)]
    [InlineData("v1.2", true, false)]
    [InlineData("v2026.11.1", true, true)]
    [InlineData("erp-2026-11-01", true, false)]
    [InlineData("release-20261101", true, false)]
    [InlineData("refs/tags/whatever", true, false)]
    [InlineData("08c6903cd8c0fde910a37f88322edcfb5dd907a8", true, false)]
    [InlineData("08c6903", true, false)]
    [InlineData("refs/heads/1.2.3", false, false)]
    [InlineData("17.0", false, false)]
    [InlineData("main", false, false)]
    [InlineData("1.2.x", false, false)]
    [InlineData("~1.2.3", false, false)]
    [InlineData(">=1.2.3 <2.0.0", false, false)]
    [InlineData("*", false, false)]
    [InlineData("", false, false)]
    public void Revisions_stand_still_or_move(string revision, bool isTagOrCommit, bool isExactVersion)
    {
        DeliverySource source = Manifests.Estate($$"""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: erp }
            spec: { source: { targetRevision: "{{revision}}" } }
            """).DeliverySources.Single();

        source.IsTagOrCommit.ShouldBe(isTagOrCommit);
        source.IsExactVersion.ShouldBe(isExactVersion);
    }
}
