static string Run()
{
    List<int> list = [2, 1]; list.Sort((x, y) => { while (true) { } }); return "";
}
