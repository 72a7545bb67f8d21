static string Run()
{
    StringBuilder log = new();
    int[] values = [int.MaxValue, 1];
    try { log.Append(values.Sum()); } catch (OverflowException) { log.Append("sum "); }
    try { log.Append(values[0] * 2); } catch (OverflowException) { log.Append("mul "); }
    try { log.Append(new int[values[1] - 2].Length); } catch (OverflowException) { log.Append("negative "); }
    try { log.Append((byte)(values[0])); } catch (OverflowException) { log.Append("byte "); }
    try { log.Append(new List<int>(-1).Count); } catch (ArgumentOutOfRangeException) { log.Append("capacity "); }
    try { log.Append("x".PadLeft(-5)); } catch (ArgumentOutOfRangeException) { log.Append("pad "); }
    return log.Append(unchecked(values[0] + 1)).ToString();
}
