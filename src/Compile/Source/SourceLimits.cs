namespace PolicyGate.Compile.Source;

/// <summary>
/// Limits on what makes the compiler recurse, or try without end. They are far above what people write; the compiler has
/// guards of its own, but not everywhere.
/// </summary>
internal sealed class SourceLimits(string text)
{
    private const int MostTokens = 60_000;
    private const int DeepestBrackets = 64;
    private const int DeepestLambdas = 6;
    private const int LongestRun = 2_000;
    private const int MostOfAKind = 64;
    private const int MostBranches = 200;
    private const int MostPrefixes = 16;
    private const int MostParts = 200;
    private const int MostQueries = 32;
    private const int MostTypes = 250;

    private readonly Stack<Frame> frames = new([new Frame('{')]);
    private int tokens;
    private int prefixes;
    private int types;
    private SourceToken last;

    /// <summary>What is wrong with going on with this token, or null when nothing is.</summary>
    public string? Refusal(SourceToken token)
    {
        string? refusal = ++tokens > MostTokens ? $"the policy has more than {MostTokens} words: split it, or move data to parameters" : null;
        refusal ??= token.Kind switch
        {
            SourceTokenKind.Open => Enter(token),
            SourceTokenKind.Close => Leave(),
            SourceTokenKind.Mark => Marked(token),
            _ => Spoken(token),
        };
        last = token;
        return refusal ?? Running();
    }

    private Frame Current => frames.Peek();

    private char First(SourceToken token) => token.Length == 0 ? '\0' : text[token.Start];

    private string? Enter(SourceToken token)
    {
        Current.Run++;
        Current.Groups = last.Kind == SourceTokenKind.Close ? Current.Groups + 1 : 0;
        int lambdas = Current.Lambdas + (First(token) == '(' ? Current.Arrows : 0);
        frames.Push(new Frame(First(token)) { Lambdas = lambdas });
        prefixes = 0;
        return frames.Count > DeepestBrackets ? $"brackets are nested more than {DeepestBrackets} deep: give parts names of their own"
            : lambdas > DeepestLambdas ? $"lambdas are nested more than {DeepestLambdas} deep: give some of them names"
            : frames.Skip(1).First().Groups > MostPrefixes ? "too many brackets follow each other: give parts names of their own"
            : null;
    }

    private string? Leave()
    {
        bool isBlock = Current.Bracket == '{';
        if (frames.Count > 1)
        {
            frames.Pop();
        }

        if (isBlock)
        {
            Current.Restart();
        }

        prefixes = 0;
        return null;
    }

    private string? Marked(SourceToken token)
    {
        char mark = First(token);
        bool isDoubled = last.Kind == SourceTokenKind.Mark && last.Start + last.Length == token.Start;
        char before = isDoubled ? First(last) : '\0';
        prefixes = mark is '!' or '~' or '-' or '+' or '^' or '&' or '*' ? prefixes + 1 : 0;
        if (mark is ';' or ',')
        {
            return Separated(mark);
        }

        Current.Run++;
        Current.Arrows += mark == '>' && before == '=' ? 1 : 0;
        Current.Choices += mark == '?' ? 1 : 0;
        Current.Assignments += mark == '=' && !isDoubled ? 1 : 0;
        Current.Angles = Math.Max(0, Current.Angles + (mark == '<' ? 1 : mark == '>' && before != '=' ? -1 : 0));
        return prefixes > MostPrefixes ? "too many operators follow each other: give parts names of their own" : null;
    }

    private string? Separated(char mark)
    {
        Frame frame = Current;
        frame.Restart();
        frame.Queries = 0;
        frame.Branches = mark == ';' ? frame.Branches : 0;
        frame.Parts += mark == ',' ? 1 : 0;
        return frame.Bracket == '(' && frame.Parts > MostParts
            ? $"more than {MostParts} parts between parentheses: use an array or a collection"
            : null;
    }

    private string? Spoken(SourceToken token)
    {
        prefixes = 0;
        Frame frame = Current;
        if (frame.Run == 0 && token.Kind == SourceTokenKind.Word && !token.In(text).SequenceEqual("else"))
        {
            frame.Branches = 0;
        }

        frame.Run++;
        if (token.Kind == SourceTokenKind.Word)
        {
            ReadOnlySpan<char> word = token.In(text);
            frame.Branches += word is "else" ? 1 : 0;
            frame.Headers += word is "if" or "while" or "for" or "foreach" or "using" or "do" or "checked" ? 1 : 0;
            frame.Negations += word is "not" or "throw" or "ref" or "await" or "switch" or "with" ? 1 : 0;
            frame.Queries += word is "from" or "let" or "join" ? 1 : 0;
            frame.Usings += word is "using" ? 1 : 0;
            types += word is "class" or "struct" or "record" or "interface" or "enum" ? 1 : 0;
        }

        return types > MostTypes ? $"the policy has more than {MostTypes} types: split it" : null;
    }

    private string? Running()
    {
        Frame frame = Current;
        return frame.Run > LongestRun ? $"an expression is longer than {LongestRun} words: split it"
            : frame.Branches > MostBranches ? $"a chain of 'else' has more than {MostBranches} parts: use a dictionary or a switch"
            : frame.Choices > MostOfAKind ? $"an expression has more than {MostOfAKind} '?': use a switch expression"
            : frame.Assignments > MostOfAKind || frame.Headers > MostOfAKind || frame.Negations > MostOfAKind || frame.Angles > MostOfAKind
                || frame.Arrows > MostOfAKind || frame.Queries > MostQueries ? $"more than {MostOfAKind} of a kind in one statement: split it"
            : frame.Usings > MostParts ? $"more than {MostParts} 'using' in one place: split it"
            : null;
    }

    /// <summary>What stands between two brackets, counted since the last separator.</summary>
    private sealed class Frame(char bracket)
    {
        public char Bracket { get; } = bracket;

        /// <summary>The lambdas around it that are arguments: overloads make each of them multiply the compiler's work.</summary>
        public int Lambdas { get; init; }

        public int Run { get; set; }

        public int Groups { get; set; }

        public int Arrows { get; set; }

        public int Choices { get; set; }

        public int Assignments { get; set; }

        public int Angles { get; set; }

        public int Headers { get; set; }

        public int Negations { get; set; }

        /// <summary>The clauses of a query, over the initialisers in it.</summary>
        public int Queries { get; set; }

        /// <summary>Each declaration in a block nests the rest of the block for the compiler.</summary>
        public int Usings { get; set; }

        /// <summary>What commas separate.</summary>
        public int Parts { get; set; }

        /// <summary>The <c>else</c>s of one chain, over its blocks.</summary>
        public int Branches { get; set; }

        public void Restart()
        {
            Run = Arrows = Choices = Assignments = Angles = Headers = Negations = Groups = 0;
        }
    }
}
