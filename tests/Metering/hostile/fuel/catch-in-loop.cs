static string Run()
{
    while (true) { try { throw new InvalidOperationException(); } catch (InvalidOperationException) { } }
}
