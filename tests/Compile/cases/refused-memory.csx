using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;

object Rented() => ArrayPool<byte>.Shared.Rent(100); //~ PG0201 use an array
object Raw() => GC.AllocateUninitializedArray<byte>(10); //~ PG0201 'GC'
Span<int> Cast(Span<byte> bytes) => MemoryMarshal.Cast<byte, int>(bytes); //~ PG0201 a policy is C# only
ref int First(int[] all) => ref MemoryMarshal.GetArrayDataReference(all); //~ PG0201 a policy is C# only
string Turned(object any) => Unsafe.As<string>(any); //~ PG0201 only the compiler uses it
object Pinned() => GCHandle.Alloc(new object()); //~ PG0201 a policy is C# only
IntPtr handle = default; //~ PG0201 use int or long
nint native = 5; //~ PG0201 use int or long
nuint unsigned = 5; //~ PG0201 use uint or ulong
object Array1() => ImmutableCollectionsMarshal.AsArray(ImmutableArray.Create(1))!; //~ PG0201 a policy is C# only
void Handler() { DefaultInterpolatedStringHandler text = $"x"; } //~ PG0201 is the compiler's
object Handler2() => new DefaultInterpolatedStringHandler(1_000_000_000, 0).ToString(); //~ PG0201 is the compiler's
void Copied() => Buffer.BlockCopy(new int[1], 0, new int[1], 0, 4); //~ PG0201 use Array.Copy
object Segment() => new ArraySegment<int>([1]); //~ PG0201 use a slice
object Pattern() => new Regex("x", RegexOptions.None, TimeSpan.FromDays(1)); //~ PG0201 leave out the timeout
bool Matched() => Regex.IsMatch("x", "x", RegexOptions.None, Regex.InfiniteMatchTimeout); //~ PG0201 leave out the timeout
void Cache() => Regex.CacheSize = 0; //~ PG0201 it would reach other policies
