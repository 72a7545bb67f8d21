static string Run()
{
    return (new Odd() + new Odd()).ToString()!;
}

sealed class Odd { public static Odd operator +(Odd a, Odd b) => b + a; }
