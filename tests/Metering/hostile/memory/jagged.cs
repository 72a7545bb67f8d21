static string Run()
{
    List<byte[]> kept = []; while (true) { kept.Add(new byte[1_000_000]); }
}
