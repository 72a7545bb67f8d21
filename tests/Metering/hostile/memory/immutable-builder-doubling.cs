static string Run()
{
    ImmutableArray<int>.Builder b = ImmutableArray.CreateBuilder<int>(); b.Add(1); while (true) { b.AddRange(b); }
}
