static string Run()
{
    int[] many = new int[5_000_000]; for (int i = 0; i < 20_000; i++) { Array.Fill(many, i); } return "";
}
