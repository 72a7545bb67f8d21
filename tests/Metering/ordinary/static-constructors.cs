static string Run()
{
    string first = Early.Value;
    string failed = "";
    for (int i = 0; i < 2; i++) { try { failed += Broken.Value; } catch (TypeInitializationException e) { failed += e.InnerException!.Message + ";"; } }
    return $"{first} {Early.Count} {failed} {Generic<int>.Id} {Generic<string>.Id}";
}

static class Early { public static readonly string Value; public static readonly int Count; static Early() { Value = "early"; for (int i = 0; i < 3; i++) { Count += i; } } }
static class Broken { public static readonly string Value = Fail(); private static string Fail() => throw new InvalidOperationException("broken"); }
static class Generic<T> { public static readonly string Id = default(T) is null ? "ref" : "value"; }
