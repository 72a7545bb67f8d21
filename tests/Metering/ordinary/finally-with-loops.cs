static string Run()
{
    int count = 0;
    int Work() { try { return ++count; } finally { for (int i = 0; i < 5; i++) { count += i; } } }
    int first = Work();
    foreach (int n in Numbers()) { if (n == 2) break; count += n; }
    return $"{first} {count} {disposed}";
}

static int disposed = 0;
static IEnumerable<int> Numbers() { try { yield return 1; yield return 2; yield return 3; } finally { disposed++; } }
