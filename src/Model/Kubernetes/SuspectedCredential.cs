using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Passwords, tokens and keys that somebody wrote down. What only points at one is none: the name of a Secret, a path, a
/// reference such as <c>$(VAR)</c> or <c>${VAR}</c>, a template's placeholder, what SOPS encrypted.
/// </summary>
public static partial class SuspectedCredential
{
    /// <summary>No setting has a longer name; it bounds the work on hostile files.</summary>
    private const int LongestName = 100;

    /// <summary>A setting of that name with that value holds one, or the value gives one away by its form.</summary>
    public static bool IsIn(string name, string value) =>
        !string.IsNullOrWhiteSpace(value)
        && (KnownForm().IsMatch(value) || (IsNamed(name) && !OnlyPoints().IsMatch(value)));

    /// <summary>
    /// A text, such as a configuration file, holds one: in a line <c>name = value</c> or <c>name: value</c>, or by its
    /// form. Comments are read too: they are in git like the rest.
    /// </summary>
    public static bool IsInText(string text) =>
        text.Split('\n').Any(line => KnownForm().IsMatch(line) || (SettingIn(line) is var (name, value) && IsIn(name, value)));

    private static bool IsNamed(string name) =>
        name.Length <= LongestName && NameOfOne().IsMatch(name) && !NameOfSomethingAboutOne().IsMatch(name);

    private static (string Name, string Value)? SettingIn(string line)
    {
        string text = line.Trim().TrimStart('#', ';', '-', ' ');
        text = text.StartsWith("export ", StringComparison.Ordinal) ? text["export ".Length..] : text;
        int sign = text.AsSpan().IndexOfAny('=', ':');
        return sign <= 0 ? null : (Unquoted(text[..sign]), Unquoted(text[(sign + 1)..]));
    }

    private static string Unquoted(string text) => text.Trim().TrimEnd(',', ';').Trim('"', '\'');

    [GeneratedRegex(
        @"(?:^|[_.\-])(?:\w*pass(?:word|wd|phrase)|\w*pwd|(?:client)?secret|(?:auth|access|bearer|api|refresh)?token|credentials?|\w*(?:api|private|access|secret|encryption|master|account|auth|signing)[_\-.]?key)s?(?:$|[_.\-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameOfOne();

    [GeneratedRegex(
        @"(?:file|path|dir|name|ref|ur[li]|ttl|expiry|expiration|expires|timeout|seconds|minutes|days|age|length|min|max|policy|algorithm|enabled|required|type|store|provider|header|id|endpoint|issuer|audience|count|limit|interval|field|prefix|suffix|mount|volume)s?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameOfSomethingAboutOne();

    // A variable, a placeholder, a path, a switch or a small number.
    [GeneratedRegex(
        @"^\s*(?:\$\(.*\)|\$\{.*\}|\$\w+|\{\{.*\}\}|<.*>|%\(\w+\)s|\*+|ENC\[.*\]|vault:\S+|true|false|yes|no|on|off|null|none|(?:file:/)?\.{0,2}/\S*|\d{1,5})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyPoints();

    // Private keys, tokens of AWS, GitHub, GitLab and Slack, signed tokens, passwords in addresses.
    [GeneratedRegex(
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30}|\bglpat-[\w\-]{20}|\bxox[baprs]-[\w\-]{10}|\beyJ[\w\-]{10,}\.eyJ[\w\-]{10}|://[^\s:/@'""]{0,200}:[^\s:/@'""$<{*][^\s:/@'""]{0,200}@",
        RegexOptions.CultureInvariant)]
    private static partial Regex KnownForm();
}
