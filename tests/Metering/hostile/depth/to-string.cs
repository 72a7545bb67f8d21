static string Run()
{
    return new Odd().ToString();
}

sealed class Odd { public override string ToString() => $"{this}"; }
