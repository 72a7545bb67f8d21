static string Run()
{
    return new Odd().Equals(new Odd()).ToString();
}

sealed class Odd { public override bool Equals(object? other) => Equals(other, this); public override int GetHashCode() => 0; }
