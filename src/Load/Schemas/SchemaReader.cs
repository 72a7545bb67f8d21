using System.Collections.Immutable;
using PolicyGate.Load.Schemas.Constraints;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>
/// Compiles a schema from nodes: a file of JSON Schema, or the part of a custom resource definition that holds one.
/// Schemas are hostile input too; what is wrong with one is a fault at its place.
/// </summary>
public sealed class SchemaReader
{
    private readonly Node root;
    private readonly ConstraintReader constraints;
    private readonly FieldsReader fields;
    private readonly List<SchemaFault> faults = [];
    private readonly List<Node> notChecked = [];
    private readonly List<StructuralSchema> all = [];
    private readonly Dictionary<string, StructuralSchema> referred = new(StringComparer.Ordinal);
    private readonly HashSet<string> resolving = new(StringComparer.Ordinal);

    private SchemaReader(Node root, SchemaDialect dialect, bool isOwn)
    {
        this.root = root;
        constraints = new(dialect, isOwn, Refuse);
        fields = new(dialect, ReadSchema, Refuse);
    }

    /// <param name="schema">Where it stands.</param>
    /// <param name="dialect">How it is to be understood.</param>
    /// <param name="isOwn">It comes with PolicyGate, so that nobody hostile wrote it.</param>
    public static SchemaReading Read(Node schema, SchemaDialect dialect, bool isOwn = false)
    {
        SchemaReader reader = new(schema, dialect, isOwn);
        StructuralSchema compiled = reader.ReadSchema(schema, SchemaPosition.Root);
        if (reader.faults.Count == 0 && SchemaCycle.Exists(reader.all))
        {
            reader.Refuse(schema, "a schema refers to itself without going into the value, so that it has no end");
        }

        return new(reader.faults.Count == 0 ? compiled : null, [.. reader.faults], [.. reader.notChecked]);
    }

    private StructuralSchema ReadSchema(Node at, SchemaPosition position)
    {
        if (at.IsTrue)
        {
            return StructuralSchema.Anything;
        }

        if (!at.IsMapping)
        {
            Refuse(at, "a schema is due here");
            return StructuralSchema.Anything;
        }

        return at.Field("$ref") is { Exists: true } reference ? Refer(at, reference) : Compile(at, position, null);
    }

    /// <summary>Known by its pointer before it is compiled, since what it contains may refer to it.</summary>
    private StructuralSchema Compile(Node at, SchemaPosition position, string? pointer)
    {
        CheckKeywords(at);
        StructuralSchema schema = new()
        {
            Types = SchemaTypes.Read(at, Refuse),
            RequiredFields = [.. at.Field("required").Texts],
        };
        all.Add(schema);
        if (pointer is not null)
        {
            referred[pointer] = schema;
        }

        schema.Constraints =
        [
            .. fields.Read(at, position, schema.Types),
            .. Items(at, position),
            .. constraints.Read(at),
            .. Combinations(at),
        ];
        return schema;
    }

    private void CheckKeywords(Node at)
    {
        foreach (Node keyword in at.Fields)
        {
            if (keyword.Name == "x-kubernetes-validations")
            {
                notChecked.Add(keyword);
            }
            else if (!SchemaKeywords.IsAnnotation(keyword.Name) && !SchemaKeywords.IsChecked(keyword.Name))
            {
                Refuse(keyword, $"the keyword {Quoted.Text(keyword.Name)} is not understood");
            }
        }
    }

    private IEnumerable<Constraint> Items(Node at, SchemaPosition position)
    {
        if (at.Field("items") is { Exists: true } items)
        {
            yield return new ItemsConstraint(ReadSchema(items, position.Below));
        }
    }

    private IEnumerable<Constraint> Combinations(Node at)
    {
        if (Parts(at.Field("allOf")) is { IsEmpty: false } all)
        {
            yield return new AllOfConstraint(all);
        }

        if (Parts(at.Field("anyOf")) is { IsEmpty: false } any)
        {
            yield return new AlternativesConstraint(any, onlyOne: false);
        }

        if (Parts(at.Field("oneOf")) is { IsEmpty: false } one)
        {
            yield return new AlternativesConstraint(one, onlyOne: true);
        }

        if (at.Field("not") is { Exists: true } refused)
        {
            yield return new NotConstraint(ReadSchema(refused, SchemaPosition.Combined));
        }
    }

    private ImmutableArray<StructuralSchema> Parts(Node parts)
    {
        if (parts.Exists && parts is not { IsSequence: true, Count: > 0 })
        {
            Refuse(parts, "a list of schemas is due here");
        }

        return [.. parts.Items.Select(part => ReadSchema(part, SchemaPosition.Combined))];
    }

    /// <summary>
    /// Follows a reference within the same file. Drafts differ on whether words beside it count, so only those that say
    /// nothing may stand there.
    /// </summary>
    private StructuralSchema Refer(Node at, Node reference)
    {
        foreach (Node beside in at.Fields)
        {
            if (beside.Name != "$ref" && !SchemaKeywords.IsAnnotation(beside.Name))
            {
                Refuse(beside, $"{Quoted.Text(beside.Name)} stands beside $ref, where some readers ignore it");
            }
        }

        string pointer = reference.Text;
        if (referred.TryGetValue(pointer, out StructuralSchema? known))
        {
            return known;
        }

        if (Target(pointer) is not { Exists: true } target || !resolving.Add(pointer))
        {
            Refuse(reference, $"{Quoted.Text(pointer)} leads to no schema in this file");
            return StructuralSchema.Anything;
        }

        StructuralSchema schema = target.Field("$ref") is { Exists: true } further
            ? Refer(target, further)
            : Compile(target, SchemaPosition.Referred, pointer);
        resolving.Remove(pointer);
        return schema;
    }

    /// <summary>By JSON pointer: https://www.rfc-editor.org/rfc/rfc6901.</summary>
    private Node? Target(string pointer)
    {
        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
        {
            return pointer == "#" ? root : null;
        }

        return pointer[2..].Split('/').Aggregate(root, (place, step) => place.Field(
            step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));
    }

    private void Refuse(Node place, string message) => faults.Add(new(place, message));
}
