using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Model.Governance;
using PolicyGate.Report.Json;

namespace PolicyGate.Cli.Listing;

/// <summary>The clauses of a standard, each with the policies that serve it.</summary>
/// <param name="Framework">The standard.</param>
/// <param name="Policies">Their ids, by what they name as their control.</param>
/// <param name="Unknown">Controls that claim to be clauses of the standard and are none.</param>
internal sealed record ServedClauses(Framework Framework, ILookup<string, string> Policies, ImmutableArray<string> Unknown)
{
    public static ServedClauses Of(Framework framework, ImmutableArray<PolicyHeader> policies)
    {
        ILookup<string, string> citing = policies
            .SelectMany(policy => policy.Controls.Select(control => (Control: control, policy.Id)))
            .ToLookup(citation => citation.Control, citation => citation.Id, StringComparer.Ordinal);
        HashSet<string> known = [.. framework.Clauses.Select(framework.Citation)];
        return new(framework, citing,
        [
            .. citing.Select(citation => citation.Key)
                .Where(control => control.StartsWith($"{framework.Cited} ", StringComparison.Ordinal) && !known.Contains(control))
                .Order(StringComparer.Ordinal),
        ]);
    }

    public void WriteLines()
    {
        StandardOutput.Write(Framework.Title);
        StandardOutput.Write(Framework.Source);
        StandardOutput.Write();
        int width = Framework.Clauses.Max(clause => clause.Number.Length);
        foreach (Clause clause in Framework.Clauses)
        {
            StandardOutput.Write($"{clause.Number.PadRight(width)}  {clause.Title}{(Serving(clause).Any() ? "" : ": no policy")}");
            foreach (string policy in Serving(clause))
            {
                StandardOutput.Write($"{"".PadRight(width)}    {policy}");
            }
        }

        StandardOutput.Write();
        StandardOutput.Write(Summary());
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Text("name", Framework.Name);
        json.Text("title", Framework.Title);
        json.Text("cited", Framework.Cited);
        json.Text("source", Framework.Source);
        json.WriteStartArray("clauses");
        foreach (Clause clause in Framework.Clauses)
        {
            json.WriteStartObject();
            json.Text("clause", clause.Number);
            json.Text("title", clause.Title);
            json.Texts("policies", [.. Serving(clause)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Texts("unknown", Unknown);
        json.WriteEndObject();
    }

    private IEnumerable<string> Serving(Clause clause) => Policies[Framework.Citation(clause)];

    private string Summary()
    {
        int served = Framework.Clauses.Count(clause => Serving(clause).Any());
        int serving = Framework.Clauses.SelectMany(Serving).Distinct(StringComparer.Ordinal).Count();
        int unserved = Framework.Clauses.Length - served;
        string unknown = Unknown.IsEmpty ? "" : $"; not clauses of it: {string.Join(", ", Unknown)}";
        return FormattableString.Invariant($"{served} of {Framework.Clauses.Length} clauses are served by {serving} {(serving == 1 ? "policy" : "policies")}, {unserved} by none{unknown}");
    }
}
