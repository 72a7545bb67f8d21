static string Run()
{
    StringBuilder log = new();
    try
    {
        try { try { Fail(); } catch (Exception) { log.Append("in "); throw; } }
        catch (InvalidOperationException e) { log.Append("out "); throw new ArgumentException("wrapped", e); }
    }
    catch (ArgumentException e) { log.Append(e.InnerException!.Message); }
    try { int zero = log.Length - log.Length; log.Append(1 / zero); } catch (DivideByZeroException) { log.Append(" zero"); }
    try { checked { int max = int.MaxValue; max++; log.Append(max); } } catch (OverflowException) { log.Append(" overflow"); }
    try { object o = "s"; log.Append((int)o); } catch (InvalidCastException) { log.Append(" cast"); }
    try { string? none = null; log.Append(none!.Length); } catch (NullReferenceException) { log.Append(" null"); }
    try { log.Append(new int[][] { [1] }[5]); } catch (Exception e) { log.Append(' ').Append(e.GetType().Name); }
    return log.ToString();
}

static void Fail() => throw new InvalidOperationException("deep");
