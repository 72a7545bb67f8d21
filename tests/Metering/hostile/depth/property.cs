static string Run()
{
    return new Odd().Value.ToString();
}

sealed class Odd { public int Value => Value + 1; }
