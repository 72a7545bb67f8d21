static string Run()
{
    return Regex.IsMatch(new string('a', 60) + "b", @"^(a+)*$").ToString();
}
