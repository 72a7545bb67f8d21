static string Run()
{
    int x = 1; return $"{x,1000000000}";
}
