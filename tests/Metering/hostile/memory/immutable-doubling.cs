static string Run()
{
    ImmutableArray<int> a = [1]; while (true) { a = a.AddRange(a); }
}
