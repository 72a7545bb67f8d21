static string Run()
{
    int[] all = [.. Ones()]; return all.Length.ToString();
}

static IEnumerable<int> Ones() { while (true) { yield return 1; } }
