static string Run()
{
    return Ones().Order().First().ToString();
}

static IEnumerable<int> Ones() { while (true) { yield return 1; } }
