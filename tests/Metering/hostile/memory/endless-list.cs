static string Run()
{
    return new List<int>(Ones()).Count.ToString();
}

static IEnumerable<int> Ones() { while (true) { yield return 1; } }
