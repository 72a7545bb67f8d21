static string Run()
{
    string s = new string('a', 40) + "!"; return Regex.IsMatch(s, @"^(a+)+$(?=x)").ToString();
}
