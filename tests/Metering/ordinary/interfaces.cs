static string Run()
{
    IGreeter greeter = new Polite();
    IGreeter plain = new Plain();
    return $"{greeter.Greet("a")} {plain.Greet("b")} {IGreeter.Count} {Parse<Celsius>("21")} {((IConvertible2)new Both()).Convert()} {new Both().Convert()}";
}

interface IGreeter { static readonly int Count = 3; string Prefix => "hi"; string Greet(string name) => $"{Prefix} {name}"; }
sealed class Plain : IGreeter { }
sealed class Polite : IGreeter { public string Prefix => "good day"; }
interface IMake<T> where T : IMake<T> { static abstract T From(string text); static virtual string Unit => "?"; }
readonly struct Celsius(int degrees) : IMake<Celsius> { public static Celsius From(string text) => new(int.Parse(text, CultureInfo.InvariantCulture)); public static string Unit => "C"; public override string ToString() => $"{degrees}"; }
static string Parse<T>(string text) where T : IMake<T> => T.From(text) + T.Unit;
interface IConvertible2 { string Convert(); }
sealed class Both : IConvertible2 { public string Convert() => "public"; string IConvertible2.Convert() => "explicit"; }
