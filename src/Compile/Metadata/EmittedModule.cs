using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PolicyGate.Compile.Metadata;

/// <summary>The image under check: what its parts share, and which of its rows have been looked at.</summary>
internal sealed class EmittedModule
{
    /// <summary>
    /// The tables whose rows belong to another row. Each must have been reached from its owner, exactly once, or the
    /// image says more than the check has seen.
    /// </summary>
    private static readonly TableIndex[] OwnedTables =
    [
        TableIndex.Field, TableIndex.MethodDef, TableIndex.Param, TableIndex.InterfaceImpl, TableIndex.Constant,
        TableIndex.CustomAttribute, TableIndex.ClassLayout, TableIndex.Event, TableIndex.Property, TableIndex.MethodSemantics,
        TableIndex.MethodImpl, TableIndex.FieldRva, TableIndex.NestedClass, TableIndex.GenericParam, TableIndex.GenericParamConstraint,
    ];

    private readonly HashSet<EntityHandle> visited = [];
    private readonly int[] counts = new int[MetadataTokens.TableCount];

    public EmittedModule(PEReader image, MetadataReader reader, PolicyClasses policies, Permissions permissions, Refusals refusals)
    {
        Image = image;
        Reader = reader;
        Permissions = permissions;
        Refusals = refusals;
        Types = new(reader, policies, permissions);
        Signatures = new(reader, new ShapeProvider(Types, permissions));
        Tokens = new(reader, Types, Signatures, permissions);
    }

    public PEReader Image { get; }

    public MetadataReader Reader { get; }

    public Permissions Permissions { get; }

    public Refusals Refusals { get; }

    public EmittedTypes Types { get; }

    public Signatures Signatures { get; }

    public Tokens Tokens { get; }

    /// <summary>Refuses the policy for a type that it uses, if there is something to refuse.</summary>
    public void Use(string? owner, Shape shape)
    {
        Refusals.Add(owner, shape.Problem);
        UseOwner(owner, shape.Owner, shape.Id);
    }

    /// <summary>Refuses the policy for a member that it uses, if there is something to refuse.</summary>
    public void Use(string? owner, MemberFacts facts)
    {
        Refusals.Add(owner, facts.Problem);
        UseOwner(owner, facts.Owner, facts.Id);
    }

    /// <summary>Notes that a row has been looked at; a second owner of it is an error of the image.</summary>
    public void Visit(EntityHandle row)
    {
        if (!visited.Add(row))
        {
            throw new BadImageFormatException($"a row of the table {row.Kind} belongs to two others");
        }

        CountRow((TableIndex)(MetadataTokens.GetToken(row) >> 24));
    }

    /// <summary>Notes that a row of a table without tokens has been looked at.</summary>
    public void CountRow(TableIndex table) => counts[(int)table]++;

    /// <summary>Refuses the module when rows are left that nothing owns.</summary>
    public void RefuseUnvisitedRows()
    {
        foreach (TableIndex table in OwnedTables.Where(table => counts[(int)table] != Reader.GetTableRowCount(table)))
        {
            Refusals.Add(null, $"the metadata table {table} has rows that belong to nothing");
        }
    }

    /// <summary>The size of the constant data that a field stands for, in bytes; null when its type has none.</summary>
    public int? DataSize(FieldDefinitionHandle field)
    {
        Shape shape = Signatures.Field(Reader.GetFieldDefinition(field).Signature);
        return shape.Definition switch
        {
            "System.Byte" or "System.SByte" or "System.Boolean" => 1,
            "System.Int16" or "System.UInt16" or "System.Char" => 2,
            "System.Int32" or "System.UInt32" or "System.Single" => 4,
            "System.Int64" or "System.UInt64" or "System.Double" => 8,
            _ => DataSize(shape),
        };
    }

    private int? DataSize(Shape shape) =>
        Types.Own.FirstOrDefault(own => own.IsDetails && ReferenceEquals(own.Shape, shape)) is { } data
        && Reader.GetTypeDefinition(data.Handle).GetLayout() is { IsDefault: false, Size: > 0 } layout
            ? layout.Size
            : null;

    private void UseOwner(string? owner, string? used, string id)
    {
        if (used is not null && used != owner)
        {
            Refusals.Add(owner, $"{id} belongs to another policy");
        }
    }
}
