static string Run()
{
    return 1.5m.ToString("N999999999", CultureInfo.InvariantCulture);
}
