using static System.Math;

object Kind() => typeof(string); //~ PG0105 'typeof' is not available
async void Fire() { } //~ PG0105 'async' is not available
unsafe void Raw() { } //~ PG0105 'unsafe' code is not available
void Guarded() { lock (new object()) { } } //~ PG0105 'lock' is not available
void Stack() { Span<int> all = stackalloc int[4]; } //~ PG0105 'stackalloc' is not available
extern static void Native(); //~ PG0105 'extern' is not available
Func<int> later = async () => 1; //~ PG0105 'async'
void Anything(__arglist) { } //~ PG0105 '__arglist' is not available
void Reference() { int x = 0; var r = __makeref(x); } //~ PG0105 '__makeref' is not available

[System.Runtime.CompilerServices.CollectionBuilder(typeof(Ending), "Create")] //~ PG0105 'typeof'
class Ending
{
    ~Ending() { } //~ PG0105 finalizers are not available
    public volatile int Value; //~ PG0105 'volatile' is not available
    public int* Place; //~ PG0105 pointers are not available
    public delegate*<int> Function; //~ PG0105 pointers are not available
    public fixed int Room[4]; //~ PG0105 'fixed' is not available
}

dynamic Any() => 1; //~ PG0105 'dynamic' is not available: name the type
List<dynamic> several = []; //~ PG0105 'dynamic'
void Taken(dynamic any) { } //~ PG0105 'dynamic'
