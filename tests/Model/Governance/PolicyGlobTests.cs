using PolicyGate.Model.Governance;

namespace PolicyGate.Model.Tests.Governance;

public sealed class PolicyGlobTests
{
    [Theory]
    [InlineData("pod-security/high-uid", "pod-security/high-uid")]
    [InlineData("pod-security/*", "pod-security/high-uid")]
    [InlineData("pod-security/**", "pod-security/high-uid")]
    [InlineData("pod-security/**", "pod-security/baseline/privileged")]
    [InlineData("pod-security/**", "pod-security")]
    [InlineData("pod-security/*/privileged", "pod-security/baseline/privileged")]
    [InlineData("**/privileged", "pod-security/baseline/privileged")]
    [InlineData("**/privileged", "privileged")]
    [InlineData("pod-security/**/privileged", "pod-security/privileged")]
    [InlineData("**", "resources/memory-limit-required")]
    [InlineData("**/*", "resources/memory-limit-required")]
    [InlineData("resources/*-limit-required", "resources/memory-limit-required")]
    [InlineData("resources/*limit*", "resources/memory-limit-required")]
    [InlineData("st-marys-*", "st-marys-production")]
    [InlineData("*a*b*c", "xaxbxbxc")]
    public void Matches(string glob, string id) => PolicyGlob.Matches(glob, id).ShouldBeTrue();

    [Theory]
    [InlineData("pod-security/*", "pod-security/baseline/privileged")]
    [InlineData("pod-security", "pod-security/high-uid")]
    [InlineData("*", "resources/memory-limit-required")]
    [InlineData("*/privileged", "pod-security/baseline/privileged")]
    [InlineData("resources/*-limit", "resources/memory-limit-required")]
    [InlineData("resources/", "resources/memory-limit-required")]
    [InlineData("Resources/*", "resources/memory-limit-required")]
    [InlineData("st-marys-*", "st-anns-production")]
    [InlineData("", "resources")]
    public void Does_not_match(string glob, string id) => PolicyGlob.Matches(glob, id).ShouldBeFalse();

    [Fact]
    public void Is_done_in_a_moment_whatever_the_glob()
    {
        string glob = string.Concat(Enumerable.Repeat("**/*a*a*/", 200)) + "b";
        string id = string.Concat(Enumerable.Repeat("aaaaaaaaaa/", 200)) + "c";

        Should.CompleteIn(() => PolicyGlob.Matches(glob, id).ShouldBeFalse(), TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("network/rate-limit", true)]
    [InlineData("network/*", false)]
    public void Knows_a_literal(string glob, bool isLiteral) => PolicyGlob.IsLiteral(glob).ShouldBe(isLiteral);
}
