static string Run()
{
    return $"{Log($"a{1}b{"c"}")} {Log($"plain")} {Log($"{3.5:F2}{'x',4}")}";
}

[System.Runtime.CompilerServices.InterpolatedStringHandler]
ref struct Handler(int literals, int values) { private readonly StringBuilder text = new($"{literals}/{values}:"); public readonly void AppendLiteral(string s) => text.Append(s); public readonly void AppendFormatted<T>(T value) => text.Append('<').Append(value).Append('>'); public readonly void AppendFormatted<T>(T value, string format) => text.Append(format).Append(value); public readonly void AppendFormatted<T>(T value, int alignment) => text.Append(alignment).Append(value); public override readonly string ToString() => text.ToString(); }
static string Log(ref Handler handler) => handler.ToString();
