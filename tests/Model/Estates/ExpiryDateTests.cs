using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Tests.Kubernetes;

namespace PolicyGate.Model.Tests.Estates;

/// <summary>The days on which things end, as people and tools write them.</summary>
public sealed class ExpiryDateTests
{
    [Theory]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026-12-31T18:00:00Z", "2026-12-31")]
    [InlineData("2026-12-31T00:30:00+01:00", "2026-12-30")]
    [InlineData("2026-12-31T18:00", "2026-12-31")]
    [InlineData("2026-12-31 18:00:00", "2026-12-31")]
    [InlineData("31.12.2026", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("2026", null)]
    [InlineData("never", null)]
    [InlineData("", null)]
    public void A_day_is_a_date_or_an_instant(string text, string? day) =>
        ExpiryOf($"valid-until: '{text}'")!.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);

    [Theory]
    [InlineData("policygate.dev/expires: a\njanitor/expires: b", "a")]
    [InlineData("janitor/expires: b\npolicygate.dev/expires: a", "a")]
    [InlineData("access.example/expires-at: b", "b")]
    [InlineData("expiresAt: b", "b")]
    [InlineData("note: expires", null)]
    [InlineData("never-expires: b", null)]
    public void The_preferred_name_wins_over_the_common_ones(string annotations, string? found) =>
        ExpiryOf(annotations)?.Place.Text.ShouldBe(found);

    private static ExpiryDate? ExpiryOf(string annotations)
    {
        Resource resource = Manifests.Estate($"kind: RoleBinding\nmetadata:\n  annotations:\n    {annotations.Replace("\n", "\n    ", StringComparison.Ordinal)}\n").Resources.Single();
        return ExpiryDate.Of(resource, ["policygate.dev/expires"]);
    }
}
