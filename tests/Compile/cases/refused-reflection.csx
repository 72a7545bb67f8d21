string Name(object any) => any.GetType().Name; //~ PG0201 use a pattern such as 'x is T'
object Make() => Activator.CreateInstance<List<int>>(); //~ PG0201 'Activator' is not available: use 'new'
object Method(Func<int> one) => one.Method; //~ PG0201 call the delegate, and look no further
object Target(Func<int> one) => one.Target!; //~ PG0201 call the delegate
object? Late(Func<int> one) => one.DynamicInvoke(); //~ PG0201 call the delegate
object Parts(Func<int> one) => one.GetInvocationList(); //~ PG0201 call the delegate
Delegate Plain(Func<int> one) => one; //~ PG0201 'Delegate'
MulticastDelegate Many(Func<int> one) => one; //~ PG0201 'MulticastDelegate'
object Values() => Enum.GetValuesAsUnderlyingType<Severity>(); //~ PG0201 GetValuesAsUnderlyingType
Array Elements() => Array.CreateInstanceFromArrayType(null!, 1); //~ PG0201 Array.CreateInstanceFromArrayType
object Trace(Exception failure) => failure.StackTrace!; //~ PG0201 use Message
object Site(Exception failure) => failure.TargetSite!; //~ PG0201 use Message
object Data(Exception failure) => failure.Data; //~ PG0201 use Message
string All(Exception failure) => failure.ToString() + failure.Source; //~ PG0201 use Message
string Changed(Exception failure) => failure.HelpLink = "x"; //~ PG0201 use Message
object Compiled1() => new Policy<Container> { Title = "", Severity = Low, Controls = [], Remediation = "", Subjects = null!, Evaluate = null! }.ParametersType!; //~ PG0201 it is the gate that runs policies
System.Reflection.Assembly? assembly = null; //~ PG0201 'Assembly'
System.Type? type = null; //~ PG0201 'Type' is not available: use patterns and nameof
List<System.Type> types = []; //~ PG0201 'Type'
Func<System.Type> OfType() => null!; //~ PG0201 'Type'
RuntimeTypeHandle handle = default; //~ PG0201 RuntimeTypeHandle

record Named(string Name)
{
    public object Contract => EqualityContract; //~ PG0201 'Type'
}

delegate int Count();

object Begin(Count count) => count.BeginInvoke(null, null); //~ PG0201 'BeginInvoke' is not available: call the delegate
