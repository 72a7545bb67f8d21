static string Run()
{
    Lazy<int> lazy = new(() => { while (true) { } }); try { return lazy.Value.ToString(); } catch { return "swallowed"; }
}
