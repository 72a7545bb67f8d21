static string Run()
{
    int a = 1, b = 2;
    Swap(ref a, ref b);
    int[] data = [4, 5, 6];
    ref int slot = ref Find(data, 5);
    slot = 50;
    bool ok = int.TryParse("12", out int parsed) && !int.TryParse("x", out _);
    Dictionary<string, List<int>> map = [];
    if (!map.TryGetValue("k", out List<int>? list)) { map["k"] = list = []; }
    list.Add(1);
    Fill(out string text, in a);
    ref readonly int peek = ref data[0];
    Array.Resize(ref data, 4);
    return $"{a}{b} {string.Join(",", data)} {parsed}{ok} {map["k"].Count} {text} {peek} {Sum(in a, ref b)}";
}

static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);
static ref int Find(int[] data, int value) { for (int i = 0; i < data.Length; i++) { if (data[i] == value) { return ref data[i]; } } throw new InvalidOperationException(); }
static void Fill(out string text, in int n) => text = $"n{n}";
static int Sum(in int a, ref int b) => a + b++;
