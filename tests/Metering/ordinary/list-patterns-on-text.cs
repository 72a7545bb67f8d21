static string Run()
{
    return string.Join(" ", new[] { "v1.2", "abc", "x", "" }.Select(s => s switch { ['v', .. var rest] => rest, [_, var middle, _] => middle.ToString(), [var one] => $"<{one}>", [] => "none", _ => "?" }));
}
