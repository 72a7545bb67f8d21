using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyGate.Compile.Metadata;

/// <summary>What a reference to an assembly says of it.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">As the reference assembly has it.</param>
/// <param name="PublicKeyToken">In hexadecimal; empty when it is not signed.</param>
internal sealed record AssemblyIdentity(string Name, Version Version, string PublicKeyToken)
{
    /// <summary>The assemblies that policies are compiled against.</summary>
    public static FrozenSet<AssemblyIdentity> OfPolicies { get; } =
        ReferenceAssemblies.Streams().Select(Of).ToFrozenSet();

    /// <summary>With the assembly of the meters, which only weaving refers to.</summary>
    public static FrozenSet<AssemblyIdentity> OfWovenPolicies { get; } =
        OfPolicies.Append(Of(typeof(Metering.BudgetSpentException).Assembly.GetName())).ToFrozenSet();

    /// <summary>As a reference has it; a culture is left to the caller, as one that is not known here would throw.</summary>
    public static AssemblyIdentity Of(MetadataReader reader, AssemblyReference reference) => new(
        reader.GetString(reference.Name),
        reference.Version,
        Convert.ToHexStringLower(reader.GetBlobBytes(reference.PublicKeyOrToken)));

    private static AssemblyIdentity Of(AssemblyName name) =>
        new(name.Name ?? "", name.Version ?? new Version(), Convert.ToHexStringLower(name.GetPublicKeyToken() ?? []));

    private static AssemblyIdentity Of(Stream assembly)
    {
        using PEReader image = new(assembly);
        return Of(image.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName());
    }
}
