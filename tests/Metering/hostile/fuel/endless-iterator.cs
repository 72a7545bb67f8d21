static string Run()
{
    foreach (int n in Ones()) { } return "";
}

static IEnumerable<int> Ones() { while (true) { yield return 1; } }
