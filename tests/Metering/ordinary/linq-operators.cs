static string Run()
{
    int[] numbers = [5, 3, 8, 1, 9, 2];
    var even = numbers.Where(n => n % 2 == 0).Select(n => n * 10);
    var sorted = numbers.OrderByDescending(n => n % 3).ThenBy(n => n);
    var groups = numbers.GroupBy(n => n % 3, n => n.ToString()).OrderBy(g => g.Key).Select(g => $"{g.Key}:{string.Join("+", g)}");
    return $"{string.Join(",", even)} {string.Join(",", sorted)} {string.Join(";", groups)} {numbers.Sum()} {numbers.Max()} {numbers.Skip(2).First()} {numbers.Aggregate((a, b) => a * b)}";
}
