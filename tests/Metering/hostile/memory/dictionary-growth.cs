static string Run()
{
    Dictionary<int, int> map = []; for (int i = 0; ; i++) { map[i] = i; }
}
