static string Run()
{
    string s = ""; while (true) { s += "some more text than before"; }
}
