static string Run()
{
    int? a = 5, b = null;
    string? none = null;
    List<int>? list = null;
    list ??= [];
    list.Add(a ?? 0);
    DateTime? when = null;
    return $"{a + b is null} {a > b} {b ?? -1} {none?.Length.ToString() ?? "no"} {list?[0]} {a is { } value && value > 4} {a!.Value} {when?.Year ?? 0} {(int?)null is null} {b.GetValueOrDefault(9)} {Nullable.Compare(a, b)} {none?[0] is null} {a.ToString()}|{b.ToString()}|{(object?)b is null}";
}
