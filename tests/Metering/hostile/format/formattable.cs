static string Run()
{
    FormattableString s = $"{1,1000000000}"; return s.ToString();
}
