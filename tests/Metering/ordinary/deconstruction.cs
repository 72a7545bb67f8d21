static string Run()
{
    var (x, (y, _)) = new Box(1, new Box(2, null));
    foreach (var (key, value) in new Dictionary<string, int> { ["k"] = 5 }) { x += value + key.Length; }
    (int q, int r) = Math.DivRem(17, 5);
    var anonymous = new { Name = "n", Size = 3 };
    var other = anonymous with { Size = 4 };
    return $"{x} {y} {q}{r} {anonymous} {other.Size} {anonymous.Equals(new { Name = "n", Size = 3 })} {new[] { anonymous, other }.GroupBy(o => new { o.Name }).Count()}";
}

sealed record Box(int Value, Box? Inner) { public void Deconstruct(out int value, out Box inner) { value = Value; inner = Inner ?? this; } }
