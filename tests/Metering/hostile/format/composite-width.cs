static string Run()
{
    return string.Format("{0,1000000000}", 1);
}
