void Default(StringComparison kind = StringComparison.CurrentCulture) { } //~ PG0201 use StringComparison.Ordinal
const StringComparison Kind = StringComparison.CurrentCulture; //~ PG0201 use StringComparison.Ordinal
Severity Chosen(object any) => any switch { System.IO.Stream => Low, _ => High }; //~ PG0201 'Stream'
bool IsFile(object any) => any is System.IO.FileInfo { Exists: true }; //~ PG0201 'FileInfo'
object? As(object any) => any as System.IO.Stream; //~ PG0201 'Stream'
object Nothing() => default(System.IO.Stream)!; //~ PG0201 'Stream'
void Caught() { try { } catch (OutOfMemoryException) { } } //~ PG0201 'OutOfMemoryException'
void Caught2() { try { } catch (StackOverflowException) { } } //~ PG0201 'StackOverflowException'
void Caught3() { try { } catch (RegexMatchTimeoutException) { } } //~ PG0201 'RegexMatchTimeoutException'
void Caught4() { try { } catch (InsufficientExecutionStackException) { } } //~ PG0201 InsufficientExecutionStackException
void Thrown() => throw new OutOfMemoryException(); //~ PG0201 'OutOfMemoryException'
T Constrained<T>() where T : System.IO.Stream => null!; //~ PG0201 'Stream'
void Inferred() => Use(default(System.IO.Stream)); //~ PG0201 'Stream'
void Use<T>(T any) { }
delegate System.IO.Stream Opens(string path); //~ PG0201 'Stream'
record Kept(System.IO.Stream Stream); //~ PG0201 'Stream'
enum Level { One = (int)StringComparison.CurrentCulture } //~ PG0201 use StringComparison.Ordinal
[Obsolete(nameof(System.IO.File) + "x")] void Old() { }
