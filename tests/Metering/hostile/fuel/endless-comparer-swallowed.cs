static string Run()
{
    List<int> list = [2, 1]; try { list.Sort((x, y) => { while (true) { } }); } catch (InvalidOperationException) { } return "swallowed";
}
