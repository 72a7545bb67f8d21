static string Run()
{
    return new HashSet<Odd> { new() }.Count.ToString();
}

sealed class Odd { public override bool Equals(object? o) => true; public override int GetHashCode() => new HashSet<Odd> { this }.Count; }
