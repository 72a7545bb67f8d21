static string Run()
{
    return string.Join(",", Words());
}

static IEnumerable<string> Words() { while (true) { yield return "a rather long word that is joined to others"; } }
