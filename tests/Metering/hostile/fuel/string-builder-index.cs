static string Run()
{
    StringBuilder text = new(); for (int i = 0; i < 3_000_000; i++) { text.Append('a'); } int n = 0; for (int i = 0; i < 3_000_000; i++) { n += text[i]; } return n.ToString();
}
