using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// Reads the arguments of an attribute (ECMA-335 II.23.3) to their end. The reader's own decoder makes room for as many
/// elements as an array claims to have, and needs to be told of enumerations; this one knows what policies can write.
/// </summary>
internal sealed class AttributeArguments(EmittedModule module, string? owner)
{
    private const ushort Prolog = 1;
    private const byte FieldArgument = 0x53;
    private const byte PropertyArgument = 0x54;
    private const byte TypeArgument = 0x50;
    private const byte EnumArgument = 0x55;
    private const int NullArray = -1;

    /// <summary>What is wrong with the arguments, as the rest of a sentence; null when nothing is.</summary>
    public string? Problem(CustomAttribute attribute)
    {
        BlobReader blob = module.Reader.GetBlobReader(attribute.Value);
        bool isRead = blob.Length >= 2 * sizeof(ushort)
            && blob.ReadUInt16() == Prolog
            && module.Tokens.ParametersOf(attribute.Constructor).All(parameter => ReadFixed(ref blob, parameter))
            && ReadNamed(ref blob);
        return isRead && blob.RemainingBytes == 0 ? null : "has arguments that policies cannot write";
    }

    private bool ReadFixed(ref BlobReader blob, Shape parameter) =>
        parameter.Kind == ShapeKind.Array && parameter.Id.EndsWith("[]", StringComparison.Ordinal)
            ? ReadElements(ref blob, parameter.Id[..^2])
            : ReadValue(ref blob, parameter.Id, isEnum: parameter.Kind == ShapeKind.External);

    private bool ReadElements(ref BlobReader blob, string element)
    {
        int count = blob.ReadInt32();
        if (count < NullArray || count > blob.RemainingBytes)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (!ReadValue(ref blob, element, isEnum: false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All enumerations of attributes that policies can write are of 32 bits.</summary>
    private bool ReadValue(ref BlobReader blob, string type, bool isEnum)
    {
        switch (type)
        {
            case "System.String":
                blob.ReadSerializedString();
                return true;
            case "System.Type":
                return IsOwnType(blob.ReadSerializedString());
            default:
                int size = SizeOf(type) ?? (isEnum ? sizeof(int) : 0);
                return size > 0 && Skip(ref blob, size);
        }
    }

    private static int? SizeOf(string type) => type switch
    {
        "System.Boolean" or "System.Byte" or "System.SByte" => 1,
        "System.Char" or "System.Int16" or "System.UInt16" => 2,
        "System.Int32" or "System.UInt32" or "System.Single" => 4,
        "System.Int64" or "System.UInt64" or "System.Double" => 8,
        _ => null,
    };

    private static bool Skip(ref BlobReader blob, int size)
    {
        if (size > blob.RemainingBytes)
        {
            return false;
        }

        blob.Offset += size;
        return true;
    }

    private bool ReadNamed(ref BlobReader blob)
    {
        ushort count = blob.ReadUInt16();
        for (int i = 0; i < count; i++)
        {
            if (blob.ReadByte() is not (FieldArgument or PropertyArgument) || !ReadNamedOne(ref blob))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadNamedOne(ref BlobReader blob)
    {
        byte code = blob.ReadByte();
        string? type = code switch
        {
            TypeArgument => "System.Type",
            EnumArgument => blob.ReadSerializedString(),
            >= (byte)SerializationTypeCode.Boolean and <= (byte)SerializationTypeCode.String => $"System.{(SerializationTypeCode)code}",
            _ => null,
        };
        blob.ReadSerializedString();
        return type is not null && ReadValue(ref blob, type, isEnum: code == EnumArgument);
    }

    /// <summary>Only types of the policy itself; a name with an assembly or type arguments is none of them.</summary>
    private bool IsOwnType(string? name) => name is null || module.Types.Has(owner, name.Replace('+', '.'));
}
