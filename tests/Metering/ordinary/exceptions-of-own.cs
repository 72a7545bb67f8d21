static string Run()
{
    try { throw new TooLarge(5) { Unit = "MB" }; }
    catch (TooLarge e) when (e.Size > 3) { return $"{e.Message} {e.Size}{e.Unit} {e is Exception} {new AggregateException(new Exception("a"), new Exception("b")).InnerExceptions.Count}"; }
}

sealed class TooLarge(int size) : Exception($"too large: {size}") { public int Size => size; public string Unit { get; init; } = ""; }
