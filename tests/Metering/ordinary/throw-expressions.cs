static string Run()
{
    string Need(string? s) => s ?? throw new ArgumentNullException(nameof(s));
    int Pick(int n) => n switch { 1 => 10, 2 => throw new InvalidOperationException("two"), _ => 0 };
    StringBuilder log = new();
    foreach (Action act in new Action[] { () => Need(null), () => Pick(2), () => Pick(1), () => ArgumentException.ThrowIfNullOrEmpty("") }) { try { act(); log.Append("ok "); } catch (Exception e) { log.Append(e.GetType().Name).Append(' '); } }
    return log.ToString();
}
