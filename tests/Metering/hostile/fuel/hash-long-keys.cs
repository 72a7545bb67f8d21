static string Run()
{
    string key = new('k', 5_000_000); HashSet<string> set = []; for (int i = 0; i < 10_000; i++) { set.Contains(key); } return "";
}
