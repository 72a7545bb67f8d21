static string Run()
{
    Money a = new(5), b = 3;
    a += b;
    Money c = a * 2;
    bool? maybe = true & null;
    Flag flag = new(true);
    c++;
    return $"{a} {c} {(int)c} {maybe is null} {(flag ? "on" : "off")} {(flag && new Flag(false) ? 1 : 0)} {a > b} {checked((byte)c)} {a != b}";
}

readonly struct Money(int amount) { private readonly int amount = amount; public static implicit operator Money(int n) => new(n); public static explicit operator int(Money m) => m.amount; public static Money operator +(Money x, Money y) => new(x.amount + y.amount); public static Money operator *(Money x, int n) => new(x.amount * n); public static Money operator ++(Money x) => new(x.amount + 1); public static bool operator >(Money x, Money y) => x.amount > y.amount; public static bool operator <(Money x, Money y) => x.amount < y.amount; public static bool operator ==(Money x, Money y) => x.amount == y.amount; public static bool operator !=(Money x, Money y) => !(x == y); public override bool Equals(object? o) => o is Money m && m == this; public override int GetHashCode() => amount; public override string ToString() => $"${amount}"; }
readonly struct Flag(bool on) { private readonly bool on = on; public static bool operator true(Flag f) => f.on; public static bool operator false(Flag f) => !f.on; public static Flag operator &(Flag x, Flag y) => new(x.on & y.on); }
