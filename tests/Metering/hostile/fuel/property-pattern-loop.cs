static string Run()
{
    return (new Odd() is { Value: > 3 }).ToString();
}

sealed class Odd { public int Value { get { while (true) { } } } }
