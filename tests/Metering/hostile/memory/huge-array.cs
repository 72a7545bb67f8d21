static string Run()
{
    return new int[int.MaxValue].Length.ToString();
}
