using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace PolicyGate.Compile;

/// <summary>
/// Where the methods of an emitted image were written. Images are emitted without symbols, which cost time; when one is
/// refused it is emitted once more with them.
/// </summary>
internal sealed class EmittedPlaces
{
    private readonly byte[] symbols;

    private EmittedPlaces(byte[] symbols) => this.symbols = symbols;

    public static EmittedPlaces Of(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitOptions options = new(debugInformationFormat: DebugInformationFormat.PortablePdb, includePrivateMembers: true);
        compilation.Emit(image, symbols, options: options);
        return new(symbols.ToArray());
    }

    /// <summary>The place of the first statement of a method, or null when it has none that was written.</summary>
    /// <param name="tree">The policy that holds it.</param>
    /// <param name="method">Its row.</param>
    public Location? In(SyntaxTree tree, int method)
    {
        using MemoryStream stream = new(symbols);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        MetadataReader reader = provider.GetMetadataReader();
        return method > 0 && method <= reader.MethodDebugInformation.Count ? First(tree, reader, method) : null;
    }

    private static Location? First(SyntaxTree tree, MetadataReader reader, int method) => reader
        .GetMethodDebugInformation(MetadataTokens.MethodDefinitionHandle(method))
        .GetSequencePoints()
        .Where(point => !point.IsHidden)
        .Select(point => new LinePosition(point.StartLine - 1, point.StartColumn - 1))
        .Select(position => Location.Create(tree, new(tree.GetText().Lines.GetPosition(position), 0)))
        .FirstOrDefault();
}
