using System.Text;

class OwnException : InvalidOperationException
{
    public override string Message => "fine";

    public override string? StackTrace => "forged"; //~ PG0206 'Exception.StackTrace' cannot be overridden

    public override System.Collections.IDictionary Data => null!; //~ PG0201 'IDictionary'

    public override string ToString() => "fine";
}

class Wide : StringComparer //~ PG0206 'StringComparer' cannot be inherited
{
    public override int Compare(string? left, string? right) => 0;

    public override bool Equals(string? left, string? right) => true;

    public override int GetHashCode(string text) => 0;
}

class More : List<int> { } //~ PG0206 'List' cannot be inherited
class Lower : Regex { } //~ PG0206 'Regex' cannot be inherited
class Given : IFormatProvider //~ PG0206 'IFormatProvider' cannot be implemented
{
    public object? GetFormat(Type? type) => null; //~ PG0201 'Type'
}

class Grouped : ICloneable //~ PG0206 'ICloneable' cannot be implemented
{
    public object Clone() => MemberwiseClone(); //~ PG0201 use a record and 'with'
}

class Ended
{
    public virtual void Finalize() { } //~ PG0206 finalizers are not available
}

class Late : IAsyncDisposable //~ PG0206 'IAsyncDisposable' cannot be implemented
{
    public System.Threading.Tasks.ValueTask DisposeAsync() => default; //~ PG0201 'ValueTask'
}

void Constrained<T>() where T : Delegate { } //~ PG0201 'Delegate'

interface IHashed
{
    int GetHashCode();
}

interface ITold
{
    string Message { get; }

    string? ToString();
}

class Borrowing : IHashed { } //~ PG0206 'Borrowing' has 'GetHashCode' of an interface from the library

struct BorrowingValue : IHashed { } //~ PG0206 'BorrowingValue' has 'GetHashCode' of an interface from the library

class Told : Exception, ITold { } //~ PG0206 of an interface from the library

record Written : IHashed, ITold
{
    public string Message => "fine";
}
