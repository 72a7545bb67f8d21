static string Run()
{
    Regex r = new(@"(x+x+)+y(?!z)"); return r.IsMatch(new string('x', 50)).ToString();
}
