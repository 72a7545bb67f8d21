static string Run()
{
    List<int> list = [1]; while (true) { list.AddRange(list); }
}
