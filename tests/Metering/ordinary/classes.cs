static string Run()
{
    Shape[] shapes = [new Circle(2), new Square(3), new Named(new Square(1), "tiny")];
    using (Scope scope = new("s")) { Scope.Log.Append("in "); }
    return $"{string.Join(" ", shapes.Select(s => $"{s}={s.Area():F1}"))} {Scope.Log} {new Indexed()["k", 2]} {Outer.Inner.Value} {new Circle(1).Area() < new Square(1).Area()} {shapes[0] is Circle { Radius: 2 }}";
}

abstract class Shape { public abstract double Area(); public virtual string Name => GetType().Name; public override string ToString() => Name; }
class Circle(double radius) : Shape { public double Radius => radius; public override double Area() => Math.PI * radius * radius; }
class Square(double side) : Shape { public override double Area() => side * side; public override string Name => "sq" + base.Name; }
sealed class Named(Shape inner, string name) : Shape { public override double Area() => inner.Area(); public sealed override string Name => name + "/" + base.Name; }
sealed class Scope(string name) : IDisposable { public static readonly StringBuilder Log = new(); public void Dispose() => Log.Append("out-").Append(name); }
sealed class Indexed { public string this[string key, int count] => string.Concat(Enumerable.Repeat(key, count)); }
static class Outer { public static class Inner { public static readonly int Value = Compute(); private static int Compute() => Enumerable.Range(1, 4).Aggregate((a, b) => a * b); } }
