namespace PolicyGate.Tests;

/// <summary>A test that needs links or devices as Unix has them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no such links and devices without special rights";
        }
    }
}
