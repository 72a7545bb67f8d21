using System.IO; // A namespace by itself gives nothing.
string home = Environment.DefaultName;
void Files() => File.ReadAllText("/etc/passwd"); //~ PG0201 a policy sees manifests, not files
void Folders() { foreach (string one in Directory.GetFiles("/")) { } } //~ PG0201 'Directory' is not available
object Stream() => new MemoryStream(); //~ PG0201 'MemoryStream'
object Reader() => new StringReader("x"); //~ PG0201 'StringReader'
string Variable() => System.Environment.GetEnvironmentVariable("TOKEN")!; //~ PG0201 'Environment'
string Line() => System.Environment.NewLine; //~ PG0201 'Environment'
void Leave() => System.Environment.Exit(0); //~ PG0201 'Environment'
void Fast() => System.Environment.FailFast("x"); //~ PG0201 'Environment'
bool Windows() => OperatingSystem.IsWindows(); //~ PG0201 'OperatingSystem'
object Directory1() => AppContext.BaseDirectory; //~ PG0201 'AppContext'
object Domain() => AppDomain.CurrentDomain; //~ PG0201 'AppDomain'
void Collect() => GC.Collect(); //~ PG0201 'GC' is not available: memory is the runtime's affair
long Memory() => GC.GetTotalMemory(false); //~ PG0201 'GC'
object Weak() => new WeakReference(home); //~ PG0201 'WeakReference'
object Table() => new System.Runtime.CompilerServices.ConditionalWeakTable<string, string>(); //~ PG0201 ConditionalWeakTable
string Path1() => Path.GetTempPath(); //~ PG0201 'Path'
object Handle() => new Microsoft.Win32.SafeHandles.SafeFileHandle(); //~ PG0201 the machine
void Assert() => System.Diagnostics.Debug.Assert(true); //~ PG0201 'Debug'
int Thread1() => System.Environment.CurrentManagedThreadId; //~ PG0201 'Environment'
