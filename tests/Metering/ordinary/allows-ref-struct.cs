static string Run()
{
    return $"{Apply("hello".AsSpan(), text => text.Length)} {Apply(5, n => n + 1)} {Twice(new Handler(), "x")}";
}

static int Apply<T>(T value, Func<T, int> f) where T : allows ref struct => f(value);
static int Twice<T>(T handler, string s) where T : IHandler, allows ref struct => handler.Handle(s) + handler.Handle(s + s);
interface IHandler { int Handle(ReadOnlySpan<char> text); }
ref struct Handler : IHandler { public int Handle(ReadOnlySpan<char> text) => text.Length; }
