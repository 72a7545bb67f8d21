static string Run()
{
    int[] many = new int[50_000]; return many.SelectMany(_ => many).Count().ToString();
}
