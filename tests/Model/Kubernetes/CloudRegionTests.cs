using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

public sealed class CloudRegionTests
{
    /// <summary>What is written, the region, and whose law holds there.</summary>
    [Theory]
    [InlineData("eu-central-1", "eu-central-1", "de eu eea")]
    [InlineData("eu-central-1a", "eu-central-1", "de eu eea")]
    [InlineData("eu-central-2", "eu-central-2", "ch")]
    [InlineData("eu-west-2", "eu-west-2", "gb uk")]
    [InlineData("europe-west3-b", "europe-west3", "de eu eea")]
    [InlineData("WestEurope", "westeurope", "nl eu eea")]
    [InlineData("westeurope-1", "westeurope", "nl eu eea")]
    [InlineData("norwayeast", "norwayeast", "no eea")]
    [InlineData("us-gov-west-1", "us-gov-west-1", "us")]
    [InlineData("us-east1", "us-east1", "us")]
    [InlineData("eu-central", "eu-central", "eu eea")]
    [InlineData("de-site-2", "de-site-2", "de eu eea")]
    [InlineData("basement", "basement", "")]
    public void A_region_has_a_law(string text, string name, string jurisdictions)
    {
        CloudRegion region = CloudRegion.Of(text);

        region.Name.ShouldBe(name);
        string.Join(' ', region.Jurisdictions).ShouldBe(jurisdictions);
    }

    [Theory]
    [InlineData("https://s3.eu-west-1.amazonaws.com", "eu-west-1")]
    [InlineData("arn:aws:s3:::st-marys-erp-backup-eu-west-1", "eu-west-1")]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/abc", "us-east-1")]
    [InlineData("https://s3.example.com/erp-backup", null)]
    [InlineData("", null)]
    public void A_region_is_found_in_an_address(string text, string? name) => CloudRegion.In(text)?.Name.ShouldBe(name);
}
