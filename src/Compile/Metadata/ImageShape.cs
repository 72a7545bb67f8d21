using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PolicyGate.Compile.Metadata;

/// <summary>The file around the metadata: managed code only, and nothing that a loader could act on by itself.</summary>
internal static class ImageShape
{
    /// <summary>
    /// The tables that C# fills for policies (ECMA-335 II.22). All others are refused, those that are unknown, too.
    /// </summary>
    private static readonly TableIndex[] AllowedTables =
    [
        TableIndex.Module, TableIndex.TypeRef, TableIndex.TypeDef, TableIndex.Field, TableIndex.MethodDef, TableIndex.Param,
        TableIndex.InterfaceImpl, TableIndex.MemberRef, TableIndex.Constant, TableIndex.CustomAttribute, TableIndex.ClassLayout,
        TableIndex.StandAloneSig, TableIndex.EventMap, TableIndex.Event, TableIndex.PropertyMap, TableIndex.Property,
        TableIndex.MethodSemantics, TableIndex.MethodImpl, TableIndex.TypeSpec, TableIndex.FieldRva, TableIndex.Assembly,
        TableIndex.AssemblyRef, TableIndex.NestedClass, TableIndex.GenericParam, TableIndex.MethodSpec,
        TableIndex.GenericParamConstraint,
    ];

    public static IEnumerable<string> Problems(PEReader image)
    {
        PEHeaders headers = image.PEHeaders;
        if (!image.HasMetadata || headers.CorHeader is not { } managed || headers.PEHeader is not { } optional)
        {
            return ["the image is no managed assembly"];
        }

        return OfFile(headers, optional).Concat(OfManagedPart(managed)).Concat(OfDebugDirectory(image));
    }

    public static IEnumerable<string> Problems(MetadataReader reader)
    {
        foreach (TableIndex table in Enumerable.Range(0, MetadataTokens.TableCount).Select(table => (TableIndex)table))
        {
            if (reader.GetTableRowCount(table) > 0 && !AllowedTables.Contains(table))
            {
                yield return $"the metadata table {table} is not empty";
            }
        }

        if (!reader.IsAssembly || reader.GetTableRowCount(TableIndex.Assembly) != 1 || reader.GetTableRowCount(TableIndex.Module) != 1)
        {
            yield return "the image is not one assembly of one module";
        }

        if (reader.MetadataKind != MetadataKind.Ecma335)
        {
            yield return "the metadata is not of the ordinary kind";
        }
    }

    private static IEnumerable<string> OfFile(PEHeaders headers, PEHeader optional)
    {
        if (!headers.IsDll || headers.IsExe || !headers.CoffHeader.Characteristics.HasFlag(Characteristics.ExecutableImage))
        {
            yield return "the image is no library";
        }

        (string Name, DirectoryEntry Entry)[] directories =
        [
            ("exports", optional.ExportTableDirectory), ("exceptions", optional.ExceptionTableDirectory),
            ("certificates", optional.CertificateTableDirectory), ("thread-local storage", optional.ThreadLocalStorageTableDirectory),
            ("load configuration", optional.LoadConfigTableDirectory), ("bound imports", optional.BoundImportTableDirectory),
            ("delayed imports", optional.DelayImportTableDirectory), ("global pointers", optional.GlobalPointerTableDirectory),
        ];
        foreach ((string name, DirectoryEntry entry) in directories)
        {
            if (entry.Size != 0 || entry.RelativeVirtualAddress != 0)
            {
                yield return $"the image has a directory of {name}";
            }
        }
    }

    private static IEnumerable<string> OfManagedPart(CorHeader managed)
    {
        if (managed.Flags != CorFlags.ILOnly)
        {
            yield return $"the image is not just managed code: {managed.Flags}";
        }

        if (managed.EntryPointTokenOrRelativeVirtualAddress != 0)
        {
            yield return "the image has an entry point";
        }

        (string Name, DirectoryEntry Entry)[] directories =
        [
            ("resources", managed.ResourcesDirectory), ("signatures", managed.StrongNameSignatureDirectory),
            ("code managers", managed.CodeManagerTableDirectory), ("v-table fixups", managed.VtableFixupsDirectory),
            ("export jumps", managed.ExportAddressTableJumpsDirectory), ("native code", managed.ManagedNativeHeaderDirectory),
        ];
        foreach ((string name, DirectoryEntry entry) in directories)
        {
            if (entry.Size != 0 || entry.RelativeVirtualAddress != 0)
            {
                yield return $"the managed part of the image has a directory of {name}";
            }
        }
    }

    /// <summary>The compiler marks deterministic images with an empty entry; symbols would be read by whoever shows a stack.</summary>
    private static IEnumerable<string> OfDebugDirectory(PEReader image) =>
        image.ReadDebugDirectory()
            .Where(entry => entry.Type != DebugDirectoryEntryType.Reproducible || entry.DataSize != 0)
            .Select(entry => $"the image has debug data: {entry.Type}");
}
