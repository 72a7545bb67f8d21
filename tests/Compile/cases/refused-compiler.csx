// What the compiler itself refuses, because nothing unsafe is switched on and the assembly is not this policy's.
using System.Runtime.CompilerServices;

static class Early
{
    [ModuleInitializer] //~ CS8814
    internal static void Run() { }

    [SkipLocalsInit] //~ CS0227
    public static int Two() => 2;
}
