using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PolicyGate.Compile.Metadata;

/// <summary>Decodes the signatures of the module.</summary>
internal sealed class Signatures(MetadataReader reader, ShapeProvider provider)
{
    /// <summary>
    /// How many types that contain types one signature may have. The decoder descends into each of them, so that
    /// thousands in one another would overflow the stack; ordinary methods have tens.
    /// </summary>
    private const int CompositeLimit = 1000;

    public Shape Field(BlobHandle signature) => Decoder(signature, out BlobReader blob).DecodeFieldSignature(ref blob);

    public Shape Specification(BlobHandle signature) => Decoder(signature, out BlobReader blob).DecodeType(ref blob);

    public ImmutableArray<Shape> Locals(BlobHandle signature) =>
        Decoder(signature, out BlobReader blob).DecodeLocalSignature(ref blob);

    public ImmutableArray<Shape> Arguments(BlobHandle signature) =>
        Decoder(signature, out BlobReader blob).DecodeMethodSpecificationSignature(ref blob);

    /// <summary>The signature of a method or property.</summary>
    public MethodSignature<Shape> Method(BlobHandle signature)
    {
        MethodSignature<Shape> decoded = Decoder(signature, out BlobReader blob).DecodeMethodSignature(ref blob);
        bool isOrdinary = decoded.Header.CallingConvention == SignatureCallingConvention.Default
            && !decoded.Header.HasExplicitThis
            && decoded.RequiredParameterCount == decoded.ParameterTypes.Length;
        return isOrdinary || decoded.Header.Kind == SignatureKind.Property
            ? decoded
            : throw new BadImageFormatException("a method has a calling convention that C# does not have");
    }

    private SignatureDecoder<Shape, object?> Decoder(BlobHandle signature, out BlobReader blob)
    {
        blob = reader.GetBlobReader(signature);
        int composites = 0;
        while (blob.RemainingBytes > 0)
        {
            composites += IsComposite(blob.ReadByte()) ? 1 : 0;
        }

        if (composites > CompositeLimit)
        {
            throw new BadImageFormatException($"a signature is made of more than {CompositeLimit} types");
        }

        blob.Reset();
        return new(provider, reader, genericContext: null);
    }

    /// <summary>Whether the byte can begin a type that contains types; bytes that mean something else count, too.</summary>
    private static bool IsComposite(byte code) => (SignatureTypeCode)code
        is SignatureTypeCode.Pointer or SignatureTypeCode.ByReference or SignatureTypeCode.Array
        or SignatureTypeCode.GenericTypeInstance or SignatureTypeCode.FunctionPointer or SignatureTypeCode.SZArray
        or SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier or SignatureTypeCode.Pinned;
}
