namespace PolicyGate.CodeHost.Tests.Scripted;

/// <summary>Answers of GitHub, as short as they can be.</summary>
internal static class Json
{
    public const string Sha = "0123456789abcdef0123456789abcdef01234567";

    public const string Repository = """{ "id": 5, "full_name": "octo/platform", "private": true, "default_branch": "main" }""";

    public const string BadGateway = "<!DOCTYPE html><html><body>We had issues producing the response</body></html>";

    public const string SecondaryLimit = """{ "message": "You have exceeded a secondary rate limit. Please wait a few minutes." }""";

    public static string CheckRun(int annotations = 0, string externalId = "run-1", long id = 11) => $$"""
        { "id": {{id}}, "name": "policygate", "head_sha": "{{Sha}}", "status": "in_progress", "conclusion": null,
          "external_id": "{{externalId}}", "output": { "title": "t", "summary": "s", "annotations_count": {{annotations}} } }
        """;

    public static string Comment(long id, string body, string login = "github-actions[bot]", string type = "Bot") => $$"""
        { "id": {{id}}, "body": "{{body}}", "user": { "id": 1, "login": "{{login}}", "type": "{{type}}" } }
        """;
}
