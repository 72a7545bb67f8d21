using System.Text.RegularExpressions;
using PolicyGate.Tests;

namespace PolicyGate.Model.Tests.Live;

/// <summary>The tables of what the API server does with its fields: a row that says nothing, or twice, is a mistake.</summary>
public sealed partial class TableTests
{
    private static readonly string[] PodFields =
    [
        "activeDeadlineSeconds", "affinity", "containers", "deprecatedServiceAccount", "dnsConfig", "dnsPolicy", "enableServiceLinks", "fsGroup",
        "hostAliases", "imagePullSecrets", "nodeName", "overhead", "preemptionPolicy", "priority", "privileged", "procMount",
        "readOnlyRootFilesystem", "resourceClaims", "resources", "restartPolicy", "runAsGroup", "runAsNonRoot", "runAsUser", "schedulerName",
        "schedulingGates", "securityContext", "serviceAccount", "serviceAccountName", "terminationGracePeriodSeconds",
        "topologySpreadConstraints", "volumes", "weight",
    ];

    public static TheoryData<string> Tables => ["server-defaults", "list-keys", "quantities", "kept-zeros"];

    /// <summary>Each table, how many words its rows have, and what its third word is.</summary>
    public static TheoryData<string, int, string> Forms => new()
    {
        { "server-defaults", 3, @"^(\*|\{\}|""""|'\*'|=[a-zA-Z]+|\[[^\[\] ]*\]|[A-Za-z0-9/%.-]+)$" },
        { "list-keys", 3, "^(set|[a-zA-Z]+(=[A-Za-z]+)?(,[a-zA-Z]+(=[A-Za-z]+)?)*)$" },
        { "quantities", 2, "" },
        { "kept-zeros", 2, "" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_row_names_a_scope_a_field_and_what_is_known_of_it(string table, int words, string value)
    {
        foreach (string[] row in Rows(table))
        {
            string line = string.Join(' ', row);
            row.Length.ShouldBe(words, line);
            row[0].ShouldMatch(@"^(\*|pod|[A-Z][A-Za-z]+)$", line);
            row[1].ShouldMatch(@"^[a-zA-Z0-9]+([./-][a-zA-Z0-9_-]+)*(\.\*)?$", line);
            if (value.Length > 0)
            {
                row[2].ShouldMatch(value, line);
            }
        }
    }

    /// <summary>A field may have several defaults, by its version; of all else there is one truth.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void No_row_is_there_twice(string table)
    {
        int telling = table == "server-defaults" ? 3 : 2;

        Rows(table).GroupBy(row => string.Join(' ', row.Take(telling))).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_is_said_of_pods_begins_with_a_field_of_theirs(string table) =>
        Rows(table).Where(row => row[0] == "pod").Select(row => row[1].Split('.')[0]).Except(PodFields).ShouldBeEmpty();

    /// <summary>The places of init containers, probes and hooks are written by the names that stand for all of them.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void One_name_stands_for_containers_probes_and_hooks(string table) =>
        Rows(table).Where(row => row[0] == "pod" && OneOfSeveral().IsMatch(row[1])).Select(row => row[1]).ShouldBeEmpty();

    private static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(Repository.At("src", "Model", "Live", "Tables", $"{table}.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' '));

    [GeneratedRegex("initContainers|ephemeralContainers|livenessProbe|readinessProbe|startupProbe|postStart|preStop")]
    private static partial Regex OneOfSeveral();
}
