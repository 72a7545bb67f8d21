static string Run()
{
    int[] many = new int[2000]; while (true) { Array.Sort(many, (x, y) => 1); }
}
