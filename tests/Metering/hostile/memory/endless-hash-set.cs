static string Run()
{
    HashSet<int> set = [.. Numbers()]; return set.Count.ToString();
}

static IEnumerable<int> Numbers() { int n = 0; while (true) { yield return unchecked(n++); } }
