using System.Threading;
using System.Threading.Tasks;

object Run() => Task.Run(() => 1); //~ PG0201 'Task' is not available: a policy has one thread
object Delay() => Task.Delay(1); //~ PG0201 'Task'
object Value() => new ValueTask(); //~ PG0201 'ValueTask'
object Timer1() => new Timer(_ => { }); //~ PG0201 'Timer'
object Locked() => new Lock(); //~ PG0201 'Lock'
object Source1() => new CancellationTokenSource(); //~ PG0201 'CancellationTokenSource'
object Slow() => new Lazy<int>(() => 1, LazyThreadSafetyMode.None); //~ PG0201 LazyThreadSafetyMode
object Report() => new Progress<int>(); //~ PG0201 'Progress
IAsyncEnumerable<int> Streamed() => null!; //~ PG0201 a policy has all facts at hand
