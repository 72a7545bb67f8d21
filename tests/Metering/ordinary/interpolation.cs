static string Run()
{
    string name = "gate";
    int n = 42;
    double d = 1234.5678;
    DateTime when = new(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    FormattableString later = $"{name}:{n:D5}";
    string raw = $$"""{"name": "{{name}}", "braces": "[]"}""";
    StringBuilder builder = new();
    builder.Append(CultureInfo.InvariantCulture, $"[{n,6}|{n,-6}|{name,8}]").AppendLine().AppendFormat(CultureInfo.InvariantCulture, "{0:N2} {1}", d, name);
    return $"{name} {n:X} {n,5} {d:F1} {when:O} {(n > 1 ? "yes" : "no")} {raw} {builder} {FormattableString.Invariant(later)} {string.Create(CultureInfo.InvariantCulture, $"{d:E2}")} {name[1]} {new int[] { 1, 2 }.Length} {{}} {null as string}|";
}
