static string Run()
{
    int n = 0; do { n ^= 1; } while (n < 2); return "";
}
