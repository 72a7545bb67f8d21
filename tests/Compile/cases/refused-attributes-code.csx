using System.Runtime.CompilerServices;

static class Early
{
    [ThreadStatic] //~ PG0206 'ThreadStatic'
    private static readonly int one = 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] //~ PG0206 'MethodImpl'
    public static int One() => one;

    public static string Where([CallerFilePath] string file = "") => file; //~ PG0206 'CallerFilePath'
}

[InterpolatedStringHandler] //~ PG0206 'InterpolatedStringHandler'
ref struct Handler(int literals, int holes)
{
    public void AppendLiteral(string text) { }
}

[Serializable] //~ PG0206 'Serializable'
class Kept : Attribute { } //~ PG0206 'Attribute' cannot be inherited

[System.Diagnostics.DebuggerDisplay("{Hidden()}")] //~ PG0206 DebuggerDisplay
class Shown { }
