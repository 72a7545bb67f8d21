static string Run()
{
    int[] a = [1]; Array.Resize(ref a, 1_000_000_000); return "";
}
