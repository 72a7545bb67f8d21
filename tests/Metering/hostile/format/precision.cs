static string Run()
{
    return 5.ToString("D999999999", CultureInfo.InvariantCulture);
}
