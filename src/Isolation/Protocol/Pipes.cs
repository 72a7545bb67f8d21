using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// The ends of pipes as plain files. The runtime's own pipe streams bring its sockets along, with threads of their own,
/// which a worker may not have.
/// </summary>
public static class Pipes
{
    /// <summary>The end that was inherited from the parent.</summary>
    /// <param name="handle">As <see cref="AnonymousPipeServerStream.GetClientHandleAsString"/> writes it.</param>
    /// <param name="access">Its direction.</param>
    public static FileStream Open(string handle, FileAccess access) =>
        Open(new SafeFileHandle(nint.Parse(handle, CultureInfo.InvariantCulture), ownsHandle: true), access);

    /// <summary>The parent's own end, which stays the pipe's to close.</summary>
    public static FileStream Open(SafeHandle handle, FileAccess access) =>
        Open(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), access);

    private static FileStream Open(SafeFileHandle handle, FileAccess access) => new(handle, access, bufferSize: 0);
}
