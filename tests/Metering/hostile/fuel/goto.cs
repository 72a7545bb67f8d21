static string Run()
{
    again: goto again;
}
