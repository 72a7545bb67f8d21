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
    public static ImmutableArray<MetadataReference> All { get; } =
        [.. Streams().Select(stream => MetadataReference.CreateFromStream(stream))];

    /// <summary>The content of each, for the caller to close.</summary>
    public static IEnumerable<Stream> Streams()
    {
        Assembly holder = typeof(ReferenceAssemblies).Assembly;
        return holder.GetManifestResourceNames()
            .Where(name => name.StartsWith("ref/", StringComparison.Ordinal))
            .Select(name => holder.GetManifestResourceStream(name)!);
    }
}
