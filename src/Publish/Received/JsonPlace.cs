using System.Globalization;
using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Publish.Received;

/// <summary>
/// A value of a JSON document and where it stands. What is missing or of another kind becomes a problem, told with its
/// place, and something harmless is read in its stead.
/// </summary>
internal sealed class JsonPlace
{
    private readonly JsonElement element;
    private readonly JsonPlace? parent;
    private readonly string step;
    private readonly ReportProblems problems;

    private JsonPlace(JsonElement element, JsonPlace? parent, string step, ReportProblems problems)
    {
        this.element = element;
        this.parent = parent;
        this.step = step;
        this.problems = problems;
    }

    public static JsonPlace Root(JsonElement element, ReportProblems problems) => new(element, null, "", problems);

    /// <summary>The same root, to be used when its document has ended.</summary>
    public JsonPlace Kept() => Root(element.Clone(), problems);

    /// <summary><c>findings[3].location.file</c>.</summary>
    public string Path => parent is null ? step : $"{parent.Path}{step}".TrimStart('.');

    /// <summary>The value itself, of which nothing was checked.</summary>
    public JsonElement Element => element;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>Null when there is none, or when it is null.</summary>
    public JsonPlace? Find(string name) =>
        IsObject && element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? new(value, this, $".{name}", problems)
            : null;

    public JsonPlace Object(string name)
    {
        JsonPlace place = Required(name);
        if (!place.IsObject)
        {
            place.Problem("is no object");
        }

        return place;
    }

    public IEnumerable<JsonPlace> Items(string name, int most) => Required(name).Listed(most);

    public IEnumerable<JsonPlace> OptionalItems(string name, int most) => Find(name)?.Listed(most) ?? [];

    /// <summary>One line in which nothing is hidden; a longer one is cut.</summary>
    public string Text(string name, int longest) => Required(name).Line(longest);

    public string OptionalText(string name, int longest) => Find(name)?.Line(longest) ?? "";

    /// <summary>As it stands there, of any length.</summary>
    public string RawText(string name) => Required(name).Raw();

    /// <summary>This very value, as one line.</summary>
    public string Line(int longest) => PolicyText.Cut(VisibleText.Line(Unwrapped(Raw())), longest);

    /// <summary>This very value; empty when it is no text.</summary>
    private string Raw()
    {
        if (element.ValueKind == JsonValueKind.String && TryText() is { } text)
        {
            return text;
        }

        Problem("is no text");
        return "";
    }

    /// <summary>A count, a line or a column.</summary>
    public int Number(string name, int least = 0)
    {
        JsonPlace place = Required(name);
        if (place.element.ValueKind == JsonValueKind.Number && place.element.TryGetInt32(out int number) && number >= least)
        {
            return number;
        }

        place.Problem($"is no whole number from {least.ToString(CultureInfo.InvariantCulture)} on");
        return least;
    }

    /// <summary>One of a few words.</summary>
    public T Word<T>(string name, T otherwise, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        JsonPlace place = Required(name);
        foreach ((string word, T meaning) in words)
        {
            if (place.element.ValueKind == JsonValueKind.String && place.element.ValueEquals(word))
            {
                return meaning;
            }
        }

        place.Problem("is none of the words that may stand here");
        return otherwise;
    }

    /// <summary>True or false, as JSON writes them.</summary>
    public bool Flag(string name, bool otherwise)
    {
        JsonPlace place = Required(name);
        if (place.element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return place.element.ValueKind == JsonValueKind.True;
        }

        place.Problem("is neither true nor false");
        return otherwise;
    }

    /// <summary>An instant in UTC, to the second; null when there is none.</summary>
    public DateTimeOffset? OptionalInstant(string name)
    {
        if (Find(name) is not { } place)
        {
            return null;
        }

        bool isInstant = DateTimeOffset.TryParseExact(
            place.Line(ReceivedLimits.ShortText),
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset instant);
        if (!isInstant)
        {
            Problem($"has a '{name}' that is no instant");
        }

        return isInstant ? instant : null;
    }

    public bool Says(string name, string word) =>
        Find(name) is { element.ValueKind: JsonValueKind.String } place && place.element.ValueEquals(word);

    /// <summary>A value of any kind in a few words.</summary>
    public string Summary(int longest) =>
        element.ValueKind == JsonValueKind.String
            ? Line(longest)
            : PolicyText.Cut(VisibleText.Line(Unwrapped(element.GetRawText())), longest);

    public void Problem(string what) => problems.Add(Path.Length > 0 ? $"{Path} {what}" : $"the report {what}");

    /// <summary>Nothing at all when it is not there, which is of no kind that anybody asks for.</summary>
    private JsonPlace Required(string name) =>
        new(IsObject && element.TryGetProperty(name, out JsonElement value) ? value : default, this, $".{name}", problems);

    private IEnumerable<JsonPlace> Listed(int most)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Problem("is no list");
            yield break;
        }

        if (element.GetArrayLength() > most)
        {
            Problem($"has more than {most.ToString("N0", CultureInfo.InvariantCulture)} items");
        }

        int index = 0;
        foreach (JsonElement item in element.EnumerateArray().Take(most))
        {
            string number = (index++).ToString(CultureInfo.InvariantCulture);
            yield return new(item, this, $"[{number}]", problems);
        }
    }

    /// <summary>Null for half a surrogate pair, which no text holds.</summary>
    private string? TryText()
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Unwrapped(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : text;
}
