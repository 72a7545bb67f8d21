static string Run()
{
    Settings settings = new() { Name = "  x ", Size = 3 };
    settings.Size++;
    settings.Items.Add(1);
    settings.Items[0] += 5;
    settings[2] = "two";
    settings.Changed += (_, what) => settings.Last = what;
    settings.Raise("event");
    return $"{settings.Name}| {settings.Size} {settings.Items[0]} {settings[2]} {settings.Last} {settings.Lazy} {settings.Lazy} {settings?.Nothing?.Length ?? -1} {settings!.Required}";
}

sealed class Settings
{
    public string Name { get; init => field = value.Trim(); } = "";
    public int Size { get; set { ArgumentOutOfRangeException.ThrowIfNegative(value); field = value; } }
    public List<int> Items { get; } = [];
    private readonly Dictionary<int, string> map = [];
    public string this[int at] { get => map[at]; set => map[at] = value; }
    public event EventHandler<string>? Changed;
    public void Raise(string what) => Changed?.Invoke(this, what);
    public string Last { get; set; } = "";
    private int computed;
    public int Lazy => computed == 0 ? computed = 7 : computed + 1;
    public string? Nothing => null;
    public int Required { get; } = 4;
}
