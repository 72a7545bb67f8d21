static string Run()
{
    try { return Endless.Value; } catch (TypeInitializationException) { return "swallowed"; }
}

static class Endless { public static readonly string Value = Loop(); private static string Loop() { while (true) { } } }
