static string Run()
{
    while (true) { }
}
