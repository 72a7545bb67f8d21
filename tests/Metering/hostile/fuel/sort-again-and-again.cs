static string Run()
{
    int[] many = new int[200_000]; for (int i = 0; i < 1000; i++) { Array.Sort(many); } return "";
}
