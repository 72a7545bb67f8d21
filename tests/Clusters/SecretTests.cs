using System.Text;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests;

/// <summary>Values of Secrets are compared and never told.</summary>
public sealed class SecretTests
{
    private const string Canary = "canary-9c1d4e";
    private const string Address = "/api/v1/secrets?limit=500";

    private static readonly string InBase64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary));

    private static readonly string Secrets = $$$"""
        { "kind": "SecretList", "metadata": {}, "items": [{
          "metadata": { "name": "db", "namespace": "erp", "labels": { "team": "erp", "copy": "{{{Canary}}}" },
            "annotations": {
              "kubectl.kubernetes.io/last-applied-configuration": "{\"data\":{\"password\":\"x\"}}",
              "kapp.k14s.io/original": "short",
              "plain": "yes", "in-base64": "old={{{InBase64}}}", "decoded": "the password is {{{Canary}}}.", "long": "{{{new string('l', 300)}}}" },
            "managedFields": [{ "manager": "kubectl", "fieldsV1": { "f:data": { "f:password": {} } } }] },
          "type": "Opaque", "immutable": true, "unheardOf": "{{{Canary}}}",
          "data": { "password": "{{{InBase64}}}", "broken": "{{{Canary}}}!", "empty": "", "again": "{{{InBase64}}}" },
          "stringData": { "token": "{{{Canary}}}" } }] }
        """;

    [Fact]
    public async Task No_value_is_in_a_snapshot_whatever_repeats_it()
    {
        (_, string text) = await Take(SecretKey.Generate());

        text.ShouldNotContain(Canary);
        text.ShouldNotContain(InBase64);
        text.ShouldNotContain("password\\u0022");
        LiveObject secret = ListTests.Read(text).Objects.Single();
        secret.Root["data"].Fields.ShouldAllBe(field => field.Text.StartsWith(SecretKey.Prefix, StringComparison.Ordinal));
        secret.Root["data"].Fields.Select(field => field.Name).ShouldBe(["password", "broken", "empty", "again"]);
        secret.Root["metadata.annotations"].Fields.Where(field => field.Text.StartsWith(SecretKey.Prefix, StringComparison.Ordinal))
            .Select(field => field.Name).ShouldBe(
                ["kubectl.kubernetes.io/last-applied-configuration", "kapp.k14s.io/original", "in-base64", "decoded", "long"]);
        secret.Root["metadata.annotations.plain"].Text.ShouldBe("yes");
        secret.Root["metadata.labels.team"].Text.ShouldBe("erp");
        secret.Root["metadata.labels.copy"].Text.ShouldStartWith(SecretKey.Prefix);
        secret.Root["metadata.managedFields[0].fieldsV1"].Exists.ShouldBeTrue();
        secret.Root["type"].Text.ShouldBe("Opaque");
        secret.Root["immutable"].IsTrue.ShouldBeTrue();
        secret.Root["unheardOf"].IsMissing.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_has_the_key_can_compare()
    {
        SecretKey key = SecretKey.Generate();
        (_, string text) = await Take(key);
        LiveObject secret = ListTests.Read(text).Objects.Single();

        string due = key.Hash("erp", "db", "data.password", Encoding.UTF8.GetBytes(Canary));

        secret.Root["data.password"].Text.ShouldBe(due);
        secret.Root["data.again"].Text.ShouldNotBe(due, "equal values do not look equal");
        SecretKey.Generate().Hash("erp", "db", "data.password", Encoding.UTF8.GetBytes(Canary)).ShouldNotBe(due);
        secret.Root["stringData.token"].Text.ShouldBe(key.Hash("erp", "db", "data.token", Encoding.UTF8.GetBytes(Canary)));
        ListTests.Read(text).Secrets.ShouldBe(new SecretsAccount(WereRead: true, key.Check, IsKeyGiven: false));
    }

    [Fact]
    public void A_key_from_a_file_is_the_same_each_time_and_does_not_print_itself()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, new string('k', 32));
            SecretKey one = SecretKey.FromFile(file)!;
            one.Check.ShouldBe(SecretKey.FromFile(file)!.Check);
            one.IsGiven.ShouldBeTrue();
            one.ToString().ShouldBe("***");
            File.WriteAllText(file, new string('k', 31));
            SecretKey.FromFile(file).ShouldBeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Reading_them_can_be_switched_off()
    {
        using ScriptedCluster cluster = new ScriptedCluster().Serving("v1 secrets Secret");

        (SnapshotSummary summary, string text) = await cluster.Snapshot(cluster.Wishes() with { ReadSecrets = false });

        summary.IsComplete.ShouldBeTrue();
        Snapshot snapshot = ListTests.Read(text);
        snapshot.Kinds.Single().ShouldSatisfyAllConditions(
            kind => kind.Outcome.ShouldBe(KindOutcome.LeftOut),
            kind => kind.Why.ShouldBe("secrets were not to be read"));
        snapshot.Secrets.WereRead.ShouldBeFalse();
        cluster.ShouldBeOver();
    }

    private static async Task<(SnapshotSummary Summary, string Text)> Take(SecretKey key)
    {
        using ScriptedCluster cluster = new ScriptedCluster().Serving("v1 secrets Secret").On(Address, 200, Secrets);
        return await cluster.Snapshot(cluster.Wishes() with { Key = key });
    }
}
