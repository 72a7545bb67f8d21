static string Run()
{
    List<long> list = []; return list.EnsureCapacity(500_000_000).ToString();
}
