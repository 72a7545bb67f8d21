// Strings of every kind, in which brackets and quotes mean nothing.
string plain = "((([[[{{{ \" ' // /* \\";
string verbatim = @"c:\(""{[";
string raw = """ " "" {{{ ((( """;
string rawLines = """"
    """ is no end
    #region is no directive
    """";
string interpolated = $"{plain.Length,5:D3} {{ {(plain.Length > 3 ? "a" : $"b{verbatim}")} }}";
string rawInterpolated = $$"""{ {{plain.Length}} {{{raw.Length}}} """;
string verbatimInterpolated = $@"{plain}\""{verbatim.Replace("""a""", "b")}";
string nested = $"{string.Join(", ", new[] { "}" }.Select(one => $"[{one}]"))}";
char quote = '\'', brace = '{', double1 = '"', escaped = '\u0041';
// " ' ( { [ $" """
/* " ' ( { [ $" """ */
string date = $"{new DateOnly(2026, 1, 2):yyyy-MM-dd'T'}";
string emoji = "⚠️ – grüße, 日本語";
int \u0061bc = 1;

Verdict Judge(Node node) =>
    Fail(node, plain + verbatim + raw + rawLines + interpolated + rawInterpolated + verbatimInterpolated + nested + quote + brace + double1 + escaped + date + emoji + abc);
