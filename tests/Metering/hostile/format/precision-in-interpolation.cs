static string Run()
{
    double x = 5; return $"{x:F999999999}";
}
