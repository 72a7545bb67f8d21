static string Run()
{
    return Ones().Count().ToString();
}

static IEnumerable<int> Ones() { while (true) { yield return 1; } }
