static string Run()
{
    return Regex.Replace(new string('a', 45) + "c", @"((a+)+)b(?!d)", "");
}
