static string Run()
{
    string text = "";
    for (int i = 0; i < 500; i++) { text += i; }
    StringBuilder builder = new("start", 32);
    builder.Append('x', 3).Append(true).Append(1.5m).Append("sub-string", 3, 4).Insert(0, "<").AppendJoin(';', [1, 2, 3]).Replace("start", "begin").AppendLine().Remove(0, 1);
    builder.Length -= 1;
    builder[0] = 'B';
    builder.EnsureCapacity(100);
    return $"{text.Length} {builder} {builder.Length} {builder.Equals(new StringBuilder(builder.ToString()))}";
}
