using System.Runtime.CompilerServices;

namespace PolicyGate.Metering;

/// <summary>
/// The numbers that the runtime draws anew for each process and stirs into the hash codes of texts and of what is combined.
/// They protect services from strangers who choose keys to be slow; a worker has a deadline for that, and has to answer the
/// same in every run, also where two hash codes are equal by chance.
/// </summary>
public static class HashSeeds
{
    /// <summary>
    /// Makes them the same in every process. To be called before anything is hashed: tables that were filled before are not
    /// found in again.
    /// </summary>
    /// <exception cref="MissingFieldException">This runtime has none where .NET 10 has them.</exception>
    /// <exception cref="TypeLoadException">As above.</exception>
    /// <remarks>See String.GetHashCode in https://github.com/dotnet/runtime/blob/v10.0.0/src/libraries/System.Private.CoreLib/src/System/Marvin.cs
    /// and https://github.com/dotnet/runtime/blob/v10.0.0/src/libraries/System.Private.CoreLib/src/System/HashCode.cs.</remarks>
    public static void Fix()
    {
        OfTexts(null) = 0x9E37_79B9_7F4A_7C15;
        OfCombinations() = 0x85EB_CA6B;
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "<DefaultSeed>k__BackingField")]
    private static extern ref ulong OfTexts([UnsafeAccessorType("System.Marvin")] object? type);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "s_seed")]
    private static extern ref uint OfCombinations(HashCode type = default);
}
