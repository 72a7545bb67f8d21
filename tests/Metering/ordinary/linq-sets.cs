static string Run()
{
    int[] a = [1, 2, 3, 4, 3], b = [3, 4, 5];
    return string.Join(" | ", new[] { a.Union(b), a.Intersect(b), a.Except(b), a.Concat(b), a.Distinct(), a.Append(9), a.Prepend(0), a.Reverse(), a.SkipLast(1), a.TakeLast(2), a.DefaultIfEmpty(), a.SkipWhile(n => n < 3), a.TakeWhile(n => n < 3), a.Take(1..3), a.UnionBy(b, n => n % 3), a.DistinctBy(n => n % 2), Enumerable.Empty<int>(), Enumerable.Repeat(7, 3), Enumerable.Range(1, 3), a.Order(), a.OrderDescending() }.Select(q => string.Join(",", q)));
}
