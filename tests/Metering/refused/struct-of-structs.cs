static string Run()
{
    A a = new(); return a.ToString()!;
}

struct A { public B One, Two, Three, Four, Five, Six, Seven, Eight; }
struct B { public C One, Two, Three, Four, Five, Six, Seven, Eight; }
struct C { public D One, Two, Three, Four, Five, Six, Seven, Eight; }
struct D { public long One, Two, Three, Four; }
