static string Run()
{
    return Regex.Matches(new string('a', 45) + "c", @"(?=((a+)+)b)").Count.ToString();
}
