static string Run()
{
    for (; ; ) { }
}
