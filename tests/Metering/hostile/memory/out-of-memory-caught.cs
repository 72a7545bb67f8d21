static string Run()
{
    try { byte[] b = new byte[int.MaxValue / 2]; return "made"; } catch (OutOfMemoryException) { return "caught"; }
}
