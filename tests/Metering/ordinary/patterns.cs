static string Run()
{
    object[] all = [1, -5, "text", "", null!, 2.5, new[] { 1, 2, 3 }, new[] { 1 }, (1, 2), new Point(3, 4), 'c', DayOfWeek.Friday, new List<int> { 9, 8 }];
    return string.Join(" ", all.Select(Tell));
}

static string Tell(object? o) => o switch
{
    null => "null", int and < 0 => "negative", int n when n % 2 == 1 => $"odd{n}", int => "int", string { Length: 0 } => "empty", string s => s[..2],
    int[] and [var first, .., var last] => $"{first}-{last}", int[] and [var only] => $"[{only}]", ValueTuple<int, int>(var a, var b) => $"({a};{b})",
    Point { X: > 2 and var x } => $"p{x}", double and not 0 => "double", char or DayOfWeek => "other", List<int> and [var head, ..] => $"list{head}", _ => "?",
};
sealed record Point(int X, int Y);
