using PolicyGate.CodeHost.GitHub;

namespace PolicyGate.CodeHost.Tests;

/// <summary>What comes from the environment before anything is sent.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("octo-org/platform.git-ops_1", "octo-org", "platform.git-ops_1")]
    [InlineData("user_corp/.github", "user_corp", ".github")]
    public void A_repository_has_an_owner_and_a_name(string text, string owner, string name) =>
        RepositoryName.Parse(text).ShouldSatisfyAllConditions(
            found => found!.Owner.ShouldBe(owner),
            found => found!.Name.ShouldBe(name),
            found => found!.ToString().ShouldBe(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("platform")]
    [InlineData("octo-org/")]
    [InlineData("octo-org/..")]
    [InlineData("octo-org/a/b")]
    [InlineData("../platform")]
    [InlineData("octo-org/platform\n")]
    [InlineData("octo-org/plat form")]
    [InlineData("octo-org/platform?per_page=1")]
    public void What_would_change_an_address_is_no_repository(string? text) => RepositoryName.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("https://api.github.com", "https://api.github.com/")]
    [InlineData("https://github.example.com/api/v3", "https://github.example.com/api/v3/")]
    [InlineData("https://github.example.com:8443/api/v3/", "https://github.example.com:8443/api/v3/")]
    [InlineData("http://127.0.0.1:4100", "http://127.0.0.1:4100/")]
    public void The_api_address_ends_with_a_slash(string text, string expected) =>
        GitHubServer.Parse(text)!.Api.AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("api.github.com")]
    [InlineData("http://github.example.com/api/v3")]
    [InlineData("ftp://api.github.com")]
    [InlineData("https://someone@api.github.com")]
    [InlineData("https://api.github.com/?x=1")]
    public void A_token_is_not_sent_just_anywhere(string? text) => GitHubServer.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("ghs_x\r\nHost: elsewhere")]
    public void What_cannot_stand_in_a_header_is_no_token(string? text) => GitHubToken.Parse(text).ShouldBeNull();

    [Fact]
    public void A_token_does_not_print_itself()
    {
        GitHubToken token = GitHubToken.Parse("ghs_secret")!;
        $"{token}".ShouldBe("***");
    }
}
