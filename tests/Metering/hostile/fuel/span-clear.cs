static string Run()
{
    byte[] many = new byte[10_000_000]; for (int i = 0; i < 10_000; i++) { many.AsSpan().Clear(); } return "";
}
