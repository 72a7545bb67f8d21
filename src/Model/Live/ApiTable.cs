namespace PolicyGate.Model.Live;

/// <summary>The commented tables of what the API does with its fields.</summary>
internal static class ApiTable
{
    /// <summary>The first <paramref name="words"/> words of each line, the last of them to the line's end.</summary>
    public static IEnumerable<string[]> Rows(string name, int words) =>
        DataList.Lines(typeof(ApiTable).Assembly, $"live/{name}.txt").Select(line => line.Split(' ', words));
}
