static string Run()
{
    return string.Format("{0:D999999999}", 1);
}
