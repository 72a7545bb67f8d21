static string Run()
{
    return Enumerable.Range(0, int.MaxValue).Chunk(1000).Count().ToString();
}
