static string Run()
{
    var items = Enumerable.Range(0, 100_000).Select(i => (Id: i, Name: $"item-{i}")).ToList();
    var byLength = items.GroupBy(item => item.Name.Length).ToDictionary(group => group.Key, group => group.Count());
    var ordered = items.OrderByDescending(item => item.Name, StringComparer.Ordinal).ThenBy(item => item.Id).Take(3).Select(item => item.Name);
    HashSet<string> names = [.. items.Select(item => item.Name)];
    string joined = string.Join(",", items.Select(item => item.Name));
    return $"{string.Join(" ", byLength)} {string.Join(" ", ordered)} {names.Count} {joined.Length} {items.Where(item => names.Contains(item.Name)).Count()}";
}
