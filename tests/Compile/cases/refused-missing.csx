void Say() => Console.WriteLine("x"); //~ CS0103 say it in a verdict; a policy has no console
object Client() => new HttpClient(); //~ CS0246 a policy sees manifests, not the network
object Big() => BigInteger.One; //~ CS0103 use long, decimal or Int128
object Room() => System.Runtime.InteropServices.Marshal.AllocHGlobal(1); //~ CS0234 a policy is C# only
int Step(int at) => Interlocked.Increment(ref at); //~ CS0103 a policy has one thread
object Waiting() => new Mutex(); //~ CS0246 a policy has one thread
object Document1() => JsonDocument.Parse("{}"); //~ CS0103 the manifests are read already
