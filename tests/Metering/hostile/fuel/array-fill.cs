static string Run()
{
    int[] many = new int[10_000_000]; for (int i = 0; i < 10_000; i++) { Array.Fill(many, i); } return "";
}
