using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Confinement.MacOS;

/// <summary>Functions of macOS alone.</summary>
internal static partial class MacCalls
{
    /// <summary><c>man 3 sandbox_init</c>; with flags of zero, the text is a profile and not the name of one.</summary>
    [LibraryImport("libSystem.dylib", EntryPoint = "sandbox_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int EnterSandbox(string profile, ulong flags, out nint error);
}
