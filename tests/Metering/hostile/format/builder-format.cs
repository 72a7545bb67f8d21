static string Run()
{
    return new StringBuilder().AppendFormat("{0,-999999999}", 1).ToString();
}
