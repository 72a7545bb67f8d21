namespace PolicyGate.Report.Tests;

/// <summary>Texts that manifests, policies and file names may hold to be taken for something else.</summary>
internal static class HostileText
{
    public static TheoryData<string, string> WithFormats
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string text in All)
            {
                foreach (IReport report in Reports.All)
                {
                    data.Add(report.Format, text);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Texts => new(All);

    /// <summary>Not as data of theories, which cannot hold them.</summary>
    public static IEnumerable<string> LoneSurrogates => ["lone \uD83D surrogate", "other \uDE80 surrogate", "\uDE80\uD83D"];

    public static IEnumerable<string> All =>
    [
        // Commands to build servers.
        "::error file=x.yaml,line=1::owned",
        "   ::add-mask::x",
        "\u3000::error::after a wide space",
        "text\n::warning::second line",
        "text\r::warning::carriage return",
        "%0A::error::already escaped, %25 too",
        "##[error]owned",
        "###[group]owned",
        "##vso[task.setvariable variable=x]y",
        "##VSO[task.complete]y",
        "file=a,line=2::b",
        // Terminals and eyes.
        "\e[31mred\e[0m",
        "\u009b31m",
        "\u202Elmay.odoo",
        "a\u2066b\u2069",
        "zero\u200Bwidth\uFEFF",
        "tag\U000E0041\U000E007F",
        "line\u2028paragraph\u2029",
        "\0\b\u007F",
        "no character \uFFFE \uFFFF \uFDD0 \U0001FFFE",
        "selectors a\uFE0F\uFE0F\uFE01\U000E0100",
        "fillers \u115F\u1160\u3164\uFFA0\u180E\u034F\u00AD",
        "C1 \u0085\u0090\u009D",
        "tab\there",
        // Markdown, HTML and what GitHub looks for in text.
        "**bold** _em_ ~~gone~~ ==mark==",
        "# heading",
        "> quote",
        "- item",
        "1. item",
        "| a | b |",
        "a|b@c|d",
        "`code` and ``more ` code``",
        "@`ticks`",
        "```",
        "[text](https://evil.example)",
        "[text][1]",
        "![image](https://evil.example/x.png)",
        "<https://evil.example>",
        "https://evil.example/a_b_c",
        "https:/evil www.evil.example",
        "someone@evil.example",
        "@admins please",
        "closes #1",
        "fixes GH-12, owner/repo#12.",
        "0123456789abcdef0123456789abcdef01234567",
        ":tada: $x^2$",
        "<script>alert(1)</script>",
        "<!-- comment --> </details>",
        "&lt;b&gt; &amp; &#64;",
        "]]> <![CDATA[",
        "ends with a backslash \\",
        "\\[escaped\\](x)",
        "{0} {{1}}",
        "[^1]: note",
        // Plain text in other scripts, which stays.
        "日本語 é ñ 🚀 한국어 עברית ⚠\uFE0F 1\uFE0F\u20E3",
        "a file name, with: everything %20 #1.yaml",
    ];
}
