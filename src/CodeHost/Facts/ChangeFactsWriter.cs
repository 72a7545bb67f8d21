using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Changes;

namespace PolicyGate.CodeHost.Facts;

/// <summary>
/// Writes facts as a document of kind <c>Change</c> (<c>schemas/change.schema.json</c>), which the gate reads like any
/// other: JSON is YAML. Names that people chose are made visible; paths stay as they are, since they are compared.
/// </summary>
public static class ChangeFactsWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(ChangeFacts facts, Stream to)
    {
        using Utf8JsonWriter json = new(to, Options);
        json.WriteStartObject();
        json.WriteString("apiVersion", "policygate.dev/v1");
        json.WriteString("kind", "Change");
        json.WriteStartObject("spec");
        WriteSpec(json, facts);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSpec(Utf8JsonWriter json, ChangeFacts facts)
    {
        json.WriteString("repository", facts.Repository.ToString());
        json.WriteString("event", VisibleText.Line(facts.Event));
        json.WriteString("collectedAt", Instants.Write(facts.CollectedAt));
        json.WriteString("instant", Instants.Write(facts.Instant));
        Write(json, "pullRequest", facts.PullRequest, WriteNumber);
        Write(json, "author", facts.Author, login => WritePerson(json, login));
        Write(json, "draft", facts.IsDraft, json.WriteBooleanValue);
        Write(json, "fork", facts.IsFromFork, json.WriteBooleanValue);
        Write(json, "labels", facts.Labels, labels => WriteMany(json, labels, label => json.WriteStringValue(VisibleText.Line(label))));
        Write(json, "base", facts.Base, side => WriteSide(json, side));
        Write(json, "head", facts.Head, side => WriteSide(json, side));
        Write(json, "mergeQueue", facts.IsInMergeQueue, isMerging => json.WriteStringValue(isMerging ? "merging" : "not-merging"));
        Write(json, "reviews", facts.Reviews, reviews => WriteMany(json, reviews, review => WriteReview(json, review)));
        Write(json, "commits", facts.Commits, commits => WriteMany(json, commits, commit => WriteCommit(json, commit)));
        Write(json, "files", facts.Files, files => WriteMany(json, files, file => WriteFile(json, file)));
        Write(json, "codeOwners", facts.CodeOwners, owners => WriteOwners(json, owners));
        json.WritePropertyName("teams");
        WriteMany(json, facts.Teams, team => WriteTeam(json, team));
        json.WritePropertyName("zones");
        WriteMany(json, [.. facts.Zones], zone => WriteZone(json, zone.Key, zone.Value));

        void WriteNumber(int number)
        {
            if (number == 0)
            {
                json.WriteStringValue("none");
            }
            else
            {
                json.WriteNumberValue(number);
            }
        }
    }

    private static void Write<T>(Utf8JsonWriter json, string name, Fact<T> fact, Action<T> write)
    {
        json.WritePropertyName(name);
        if (fact.IsKnown)
        {
            write(fact.Value);
            return;
        }

        json.WriteStartObject();
        json.WriteString("unknown", VisibleText.Line(fact.WhyUnknown));
        json.WriteEndObject();
    }

    private static void WriteMany<T>(Utf8JsonWriter json, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WritePropertyName(name);
        WriteMany(json, texts, json.WriteStringValue);
    }

    private static void WritePerson(Utf8JsonWriter json, string? login, string name = "")
    {
        json.WriteStartObject();
        json.WriteString("login", VisibleText.Line(login ?? ""));
        WriteGiven(json, "name", VisibleText.Line(name));
        json.WriteEndObject();
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteSide(Utf8JsonWriter json, PullRequestSide side)
    {
        json.WriteStartObject();
        json.WriteString("ref", VisibleText.Line(side.Ref));
        json.WriteString("sha", side.Sha);
        WriteGiven(json, "repository", VisibleText.Line(side.Repository ?? ""));
        json.WriteEndObject();
    }

    private static void WriteCommit(Utf8JsonWriter json, Commit commit)
    {
        json.WriteStartObject();
        json.WriteString("sha", commit.Sha);
        json.WritePropertyName("author");
        WritePerson(json, commit.Author?.Login, commit.AuthorName);
        json.WritePropertyName("committer");
        WritePerson(json, commit.Committer?.Login, commit.CommitterName);
        json.WritePropertyName("coAuthors");
        WriteMany(json, CoAuthors.In(commit.Message), person => WritePerson(json, person.Login, person.Name));
        json.WriteBoolean("verified", commit.IsVerified);
        json.WriteEndObject();
    }

    private static void WriteReview(Utf8JsonWriter json, JudgedReview judged)
    {
        json.WriteStartObject();
        json.WritePropertyName("reviewer");
        WritePerson(json, judged.Review.Author?.Login);
        json.WriteString("state", judged.Review.State switch
        {
            ReviewState.Approved => "approved",
            ReviewState.ChangesRequested => "changes-requested",
            ReviewState.Commented => "commented",
            ReviewState.Dismissed => "dismissed",
            _ => "other",
        });
        WriteGiven(json, "submittedAt", judged.Review.SubmittedAt is { } instant ? Instants.Write(instant) : "");
        json.WriteString("commit", VisibleText.Line(judged.Review.CommitSha));
        json.WriteBoolean("outdated", judged.IsOutdated);
        if (judged.MayApprove is { } mayApprove)
        {
            Write(json, "mayApprove", mayApprove, json.WriteBooleanValue);
        }

        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, ChangedFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        WriteGiven(json, "previousPath", file.PreviousPath);
        json.WriteString("status", file.Change switch
        {
            FileChange.Added => "added",
            FileChange.Removed => "removed",
            FileChange.Modified => "modified",
            FileChange.Renamed => "renamed",
            FileChange.Copied => "copied",
            _ => "other",
        });
        json.WriteEndObject();
    }

    private static void WriteOwners(Utf8JsonWriter json, OwnersFile owners)
    {
        json.WriteStartObject();
        json.WriteString("file", owners.Path);
        json.WritePropertyName("rules");
        WriteMany(json, owners.Rules, rule =>
        {
            json.WriteStartObject();
            json.WriteString("pattern", rule.Pattern);
            WriteTexts(json, "owners", rule.Owners);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteTeam(Utf8JsonWriter json, TeamFacts team)
    {
        json.WriteStartObject();
        json.WriteString("team", $"{team.Organization}/{team.Slug}");
        Write(json, "members", team.Members, members => WriteMany(json, members, json.WriteStringValue));
        json.WriteEndObject();
    }

    private static void WriteZone(Utf8JsonWriter json, string offset, ImmutableArray<string> names)
    {
        json.WriteStartObject();
        json.WriteString("offset", offset);
        WriteTexts(json, "names", names);
        json.WriteEndObject();
    }
}
