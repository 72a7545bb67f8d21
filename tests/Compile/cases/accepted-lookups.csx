using System.Collections.Frozen;

ImmutableHashSet<string> names = ["a", "b"];
ImmutableDictionary<string, int> counts = new Dictionary<string, int> { ["a"] = 1 }.ToImmutableDictionary();
FrozenDictionary<string, int> frozen = new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(StringComparer.Ordinal);

Verdict Judge(Node node) =>
    names.Contains("a") && counts.TryGetValue("a", out int one) && counts["a"] == one && frozen.ContainsKey("a") && names.Count == counts.Count
        && counts.GetValueOrDefault("b") == 0 && names.Add("c").Any() && names is not null && names.SetEquals(["a", "b"])
        && counts.OrderBy(pair => pair.Key).First().Value == 1 && names.Order().First() == "a"
        && counts.ToImmutableSortedDictionary().First().Key == "a"
        ? Pass(node)
        : Fail(node, "no");
