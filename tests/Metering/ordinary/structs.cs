static string Run()
{
    Vector v = new(1, 2);
    Vector w = v;
    w.X = 5;
    Vector[] many = [v, w];
    many[0].X = 9;
    ref Vector at = ref many[1];
    at.Y = 7;
    ref readonly Vector read = ref many[0];
    return $"{v} {w} {many[0]} {many[1]} {read.Length()} {v + w} {-v} {v == new Vector(1, 2)} {(string)v} {default(Vector)} {((object)v).Equals(v)}";
}

struct Vector(int x, int y)
{
    public int X = x;
    public int Y = y;
    public readonly int Length() => X * X + Y * Y;
    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y);
    public static Vector operator -(Vector a) => new(-a.X, -a.Y);
    public static bool operator ==(Vector a, Vector b) => a.X == b.X && a.Y == b.Y;
    public static bool operator !=(Vector a, Vector b) => !(a == b);
    public static explicit operator string(Vector v) => $"s{v.X}";
    public override readonly bool Equals(object? o) => o is Vector v && v == this;
    public override readonly int GetHashCode() => X;
    public override readonly string ToString() => $"({X},{Y})";
}
