using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks that a constant has the size of its type.</summary>
internal static class ConstantCheck
{
    public static void Check(EmittedModule module, ConstantHandle handle)
    {
        module.Visit(handle);
        Constant constant = module.Reader.GetConstant(handle);
        int length = module.Reader.GetBlobReader(constant.Value).Length;
        bool fits = constant.TypeCode switch
        {
            ConstantTypeCode.Boolean or ConstantTypeCode.SByte or ConstantTypeCode.Byte => length == 1,
            ConstantTypeCode.Char or ConstantTypeCode.Int16 or ConstantTypeCode.UInt16 => length == 2,
            ConstantTypeCode.Int32 or ConstantTypeCode.UInt32 or ConstantTypeCode.Single or ConstantTypeCode.NullReference => length == 4,
            ConstantTypeCode.Int64 or ConstantTypeCode.UInt64 or ConstantTypeCode.Double => length == 8,
            ConstantTypeCode.String => length % 2 == 0,
            _ => false,
        };
        if (!fits)
        {
            throw new BadImageFormatException("a constant has not the size of its type");
        }
    }
}
