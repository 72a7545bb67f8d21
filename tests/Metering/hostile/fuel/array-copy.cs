static string Run()
{
    int[] many = new int[2_000_000]; int[] other = new int[2_000_000]; for (int i = 0; i < 100_000; i++) { Array.Copy(many, other, many.Length); } return "";
}
