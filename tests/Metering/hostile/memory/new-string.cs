static string Run()
{
    return new string('x', 1_000_000_000);
}
