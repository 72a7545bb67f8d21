static string Run()
{
    string s = "x"; while (true) { s += s; }
}
