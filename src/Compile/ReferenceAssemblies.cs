using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile;

/// <summary>
/// What policies compile against: a few reference assemblies of .NET and the authoring API, embedded at build time, so
/// that neither the machine's framework nor a single-file binary makes a difference.
/// </summary>
internal static class ReferenceAssemblies
{
    public static ImmutableArray<MetadataReference> All { get; } = [.. Embedded()];

    private static IEnumerable<MetadataReference> Embedded()
    {
        Assembly holder = typeof(ReferenceAssemblies).Assembly;
        foreach (string name in holder.GetManifestResourceNames().Where(name => name.StartsWith("ref/", StringComparison.Ordinal)))
        {
            using Stream stream = holder.GetManifestResourceStream(name)!;
            yield return MetadataReference.CreateFromStream(stream);
        }
    }
}
