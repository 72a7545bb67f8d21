using System.Text;
using System.Text.Json.Nodes;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Tests;

/// <summary>Reports made for one test.</summary>
internal static class Reports
{
    public const string Commit = "1111111111111111111111111111111111111111";

    public static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero);

    /// <summary>As many findings, each at a line of its own.</summary>
    public static JsonObject Json(int findings, string gate = "closed") => new()
    {
        ["schemaVersion"] = 1,
        ["gate"] = findings == 0 && gate == "closed" ? "open" : gate,
        ["now"] = "2026-11-20T08:30:00Z",
        ["failOn"] = "low",
        ["summary"] = new JsonObject
        {
            ["environments"] = 1,
            ["resources"] = 2,
            ["policies"] = 1,
            ["subjects"] = 10,
            ["findings"] = findings,
        },
        ["policies"] = new JsonArray(Policy("images/digest-required")),
        ["findings"] = new JsonArray([.. Enumerable.Range(1, findings).Select(line => (JsonNode)Finding(line))]),
    };

    public static JsonObject Finding(int line) => new()
    {
        ["policy"] = "images/digest-required",
        ["severity"] = "high",
        ["verdict"] = "fail",
        ["message"] = $"image {line} names no digest",
        ["environment"] = "default",
        ["resource"] = null,
        ["location"] = Span(new()
        {
            ["file"] = "base/odoo.yaml",
            ["path"] = "spec.image"
        }, line),
        ["fingerprint"] = $"f{line}",
        ["controls"] = new JsonArray(),
        ["remediation"] = "Write the digest.",
        ["fix"] = null,
        ["waiver"] = null,
        ["standing"] = "counts",
    };

    /// <summary>A report in which every text from outside is the one given.</summary>
    public static JsonObject Holding(string text)
    {
        JsonObject waived = Holding(Finding(3), text);
        waived["waiver"] = new JsonObject
        {
            ["name"] = text,
            ["reason"] = text,
            ["ticket"] = text,
            ["owner"] = text,
            ["approver"] = text,
            ["expires"] = "2026-12-01",
        };
        JsonObject old = Holding(Finding(4), text);
        old["standing"] = "known-before";
        JsonObject report = Json(0);
        report["gate"] = "closed";
        report["summary"]!["findings"] = 3;
        report["policies"] = new JsonArray(Policy(text));
        report["families"] = new JsonArray(new JsonObject
        {
            ["environment"] = text,
            ["family"] = text,
            ["judged"] = 3,
            ["pass"] = 1,
            ["findings"] = 1,
            ["waived"] = 1,
        });
        report["comparison"] = new JsonObject
        {
            ["revision"] = text,
            ["introduced"] = 1,
            ["unchanged"] = 1,
            ["fixed"] = new JsonArray(Holding(Finding(5), text)),
            ["unaffectedEnvironments"] = new JsonArray(text),
        };
        report["findings"] = new JsonArray(Holding(Finding(2), text), waived, old);
        report["clusters"] = new JsonArray(new JsonObject
        {
            ["context"] = text,
            ["serverVersion"] = text,
            ["takenAt"] = "2026-11-20T08:29:00Z",
            ["objects"] = 1,
            ["kindsRead"] = 1,
            ["kindsUnknown"] = new JsonArray(new JsonObject { ["kind"] = text, ["why"] = text }),
            ["complete"] = false,
        });
        report["verdicts"] = new JsonArray(new JsonObject
        {
            ["policy"] = text,
            ["environment"] = text,
            ["subject"] = text,
            ["verdict"] = "pass",
            ["evidence"] = new JsonArray(Span(new() { ["file"] = text, ["path"] = text, ["value"] = text }, 7)),
        });
        return report;
    }

    public static ReceivedReport Read(JsonNode json) => ReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static Publication Publication(JsonNode json) => Publication(Read(json));

    public static Publication Publication(ReceivedReport report) => new() { Report = report, Commit = Commit, Now = Now };

    private static JsonObject Holding(JsonObject finding, string text)
    {
        foreach (string field in new[] { "policy", "message", "environment", "fingerprint", "remediation" })
        {
            finding[field] = text;
        }

        finding["location"]!["file"] = text;
        finding["location"]!["path"] = text;
        finding["controls"] = new JsonArray(text);
        finding["resource"] = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = text,
            ["namespace"] = text,
            ["name"] = text,
        };
        return finding;
    }

    private static JsonObject Policy(string id) => new()
    {
        ["id"] = id,
        ["pass"] = 9,
        ["fail"] = 1,
        ["waived"] = 0,
        ["error"] = 0,
        ["notApplicable"] = 0,
    };

    private static JsonObject Span(JsonObject place, int line)
    {
        (place["startLine"], place["startColumn"], place["endLine"], place["endColumn"]) = (line, 3, line, 9);
        return place;
    }
}
