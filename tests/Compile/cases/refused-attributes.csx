using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[StructLayout(LayoutKind.Explicit)] //~ PG0206 the attribute 'StructLayout' is not available
struct Overlaid
{
    [FieldOffset(0)] public int Left; //~ PG0206 'FieldOffset'
}

[InlineArray(4)] //~ PG0206 'InlineArray'
struct Room
{
    private int first;
}
