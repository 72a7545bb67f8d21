namespace PolicyGate.Compile.Source;

/// <summary>
/// Cuts a policy's text into what the limits count, without recursion and without the compiler, whose own lexer
/// recurses into interpolations. Text that is no C# is cut somehow; the compiler will say what is wrong with it.
/// </summary>
internal sealed class SourceTokens(string text, SourceDirectives directives)
{
    private readonly Stack<Hole> holes = [];
    private int at;

    /// <summary>The tokens in order; directives are told of the lines that are theirs on the way.</summary>
    public IEnumerable<SourceToken> All()
    {
        bool isLineStart = true;
        bool isFirst = true;
        while (at < text.Length)
        {
            char character = text[at];
            if (character is '\n' or '\r')
            {
                (isLineStart, at) = (true, at + 1);
            }
            else if (char.IsWhiteSpace(character) || character == '\uFEFF')
            {
                at++;
            }
            else if (character == '#' && isLineStart && holes.Count == 0)
            {
                at = directives.Pass(at, isFirst);
            }
            else if (character == '/' && Next is ('/' or '*'))
            {
                PassComment();
                isLineStart = false;
            }
            else
            {
                isLineStart = isFirst = false;
                yield return Read();
            }
        }
    }

    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    private SourceToken Read()
    {
        int start = at;
        if (StringForm.At(text, at) is { } literal)
        {
            at += literal.Length;
            return new(PassText(literal.Form), start, at - start);
        }

        return text[at] switch
        {
            '\'' => ReadCharacter(),
            '(' or '[' or '{' => ReadOpen(),
            ')' or ']' => ReadClose(),
            '}' => ReadClosingBrace(),
            ':' when holes.TryPeek(out Hole? hole) && hole.Depth == 0 => ReadFormat(hole.Form),
            var first when IsWord(first) || (first == '@' && IsWord(Next)) => ReadWord(),
            _ => new(SourceTokenKind.Mark, at++, 1),
        };
    }

    private SourceToken ReadWord()
    {
        int start = at++;
        while (at < text.Length && (IsWord(text[at]) || (text[at] == '.' && char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(Next))))
        {
            at++;
        }

        return new(SourceTokenKind.Word, start, at - start);
    }

    /// <summary>A backslash may begin an escape within a name.</summary>
    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '\\' || char.IsSurrogate(character);

    private SourceToken ReadCharacter()
    {
        int start = at++;
        while (at < text.Length && text[at] is not ('\'' or '\n' or '\r'))
        {
            at += text[at] == '\\' && Next is not ('\n' or '\r') ? 2 : 1;
        }

        at = Math.Min(at < text.Length && text[at] == '\'' ? at + 1 : at, text.Length);
        return new(SourceTokenKind.Literal, start, at - start);
    }

    private SourceToken ReadOpen()
    {
        if (holes.TryPeek(out Hole? hole))
        {
            hole.Depth++;
        }

        return new(SourceTokenKind.Open, at++, 1);
    }

    private SourceToken ReadClose()
    {
        if (holes.TryPeek(out Hole? hole))
        {
            hole.Depth = Math.Max(0, hole.Depth - 1);
        }

        return new(SourceTokenKind.Close, at++, 1);
    }

    /// <summary>A brace that ends an interpolation leads back into its string.</summary>
    private SourceToken ReadClosingBrace()
    {
        if (!holes.TryPeek(out Hole? hole) || hole.Depth > 0)
        {
            return ReadClose();
        }

        holes.Pop();
        int start = at;
        at += Math.Min(hole.Form.Dollars, StringForm.Run(text, at, '}'));
        return PassText(hole.Form) == SourceTokenKind.Open
            ? new(SourceTokenKind.Mark, start, at - start)
            : new(SourceTokenKind.Close, start, at - start);
    }

    /// <summary>What follows a colon in an interpolation is text up to the brace.</summary>
    private SourceToken ReadFormat(StringForm form)
    {
        int start = at;
        while (at < text.Length && text[at] != '}' && text[at] != '"' && !(form.IsOnOneLine && text[at] is '\n' or '\r'))
        {
            at++;
        }

        return new(SourceTokenKind.Literal, start, at - start);
    }

    /// <summary>Goes on to the end of the literal, or into its next interpolation.</summary>
    private SourceTokenKind PassText(StringForm form)
    {
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '"' when PassQuotes(form):
                    return SourceTokenKind.Literal;
                case '{' when PassBraces(form):
                    holes.Push(new(form));
                    return SourceTokenKind.Open;
                case '\n' or '\r' when form.IsOnOneLine:
                    return SourceTokenKind.Literal;
                case '\\' when form.IsOnOneLine && Next is not ('\n' or '\r'):
                    at = Math.Min(at + 2, text.Length);
                    break;
                case '"' or '{':
                    break;
                default:
                    at++;
                    break;
            }
        }

        return SourceTokenKind.Literal;
    }

    /// <summary>Passes quotes; true when the literal ends with them.</summary>
    private bool PassQuotes(StringForm form)
    {
        int run = StringForm.Run(text, at, '"');
        if (form.IsRaw)
        {
            at += run;
            return run >= form.Quotes;
        }

        bool isDoubled = form.IsVerbatim && run > 1;
        at += isDoubled ? 2 : 1;
        return !isDoubled;
    }

    /// <summary>Passes braces; true when an interpolation begins with them.</summary>
    private bool PassBraces(StringForm form)
    {
        int run = StringForm.Run(text, at, '{');
        if (form.IsRaw || form.Dollars == 0)
        {
            at += run;
            return form.Dollars > 0 && run >= form.Dollars;
        }

        at += run > 1 ? 2 : 1;
        return run == 1;
    }

    private void PassComment()
    {
        bool isLine = Next == '/';
        int length = isLine
            ? text.AsSpan(at).IndexOfAny('\n', '\r')
            : text.AsSpan(at + 2).IndexOf("*/") is var end && end < 0 ? end : end + 4;
        at = length < 0 ? text.Length : at + length;
    }

    private sealed class Hole(StringForm form)
    {
        public StringForm Form { get; } = form;

        /// <summary>The brackets that are open in it.</summary>
        public int Depth { get; set; }
    }
}
