static string Run()
{
    try { while (true) { } } catch (Exception e) { throw new InvalidOperationException("mine", e); }
}
