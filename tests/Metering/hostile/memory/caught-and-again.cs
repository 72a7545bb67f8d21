static string Run()
{
    while (true) { try { byte[] b = new byte[int.MaxValue / 2]; } catch { } }
}
