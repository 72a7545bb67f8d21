static string Run()
{
    List<long> list = []; list.Capacity = 500_000_000; return "";
}
