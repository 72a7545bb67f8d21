static string Run()
{
    string[] words = ["pear", "fig", "apple", "kiwi"];
    var lookup = words.ToLookup(w => w.Length);
    var sum = words.Select(w => w.Length);
    return string.Join(" ", words.First(), words.Last(), words.FirstOrDefault(w => w.StartsWith('x')) ?? "none", words.Single(w => w.Length == 3), words.ElementAt(2), words.ElementAt(^1), words.Any(), words.All(w => w.Length > 2), words.Count(w => w.Contains('i')), sum.Sum(), sum.Average(), sum.Min(), words.Max(), words.MinBy(w => w.Length), words.Contains("fig"), words.SequenceEqual(words.ToList()), lookup[4].Count(), lookup.Count, lookup.Contains(9), words.ToDictionary(w => w[0])['a'], words.ToHashSet().Count, words.Aggregate("", (a, w) => a + w[0]), words.Aggregate(0, (n, w) => n + w.Length, n => n * 2), string.Join(",", words.Chunk(3).Select(c => c.Length)), words.AsEnumerable().LongCount(), words.Index().Last(), string.Join(",", words.CountBy(w => w.Length)), words.TryGetNonEnumeratedCount(out int c) ? c : -1);
}
