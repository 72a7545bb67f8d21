using System.Collections.Immutable;
using PolicyGate.Load.Schemas.Constraints;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>Reads the keywords that look at a value without going into it.</summary>
internal sealed class ConstraintReader(SchemaDialect dialect, bool isOwn, Action<Node, string> refuse)
{
    public IEnumerable<Constraint> Read(Node at) =>
        [.. Enum(at), .. Pattern(at), .. Format(at), .. Range(at), .. Sizes(at), .. Unique(at)];

    private IEnumerable<Constraint> Enum(Node at)
    {
        if (at.Field("enum") is { Exists: true } allowed)
        {
            if (allowed is not { IsSequence: true, Count: > 0 })
            {
                refuse(allowed, "a list of values is due here");
            }

            yield return new EnumConstraint([.. allowed.Items]);
        }

        if (at.Field("const") is { Value: not null } constant)
        {
            yield return new EnumConstraint([constant]);
        }
    }

    private IEnumerable<Constraint> Pattern(Node at)
    {
        if (at.Field("pattern") is not { Exists: true } written)
        {
            return [];
        }

        SchemaPattern pattern = SchemaPattern.Read(written.Text, isOwn);
        if (pattern.Regex is not null)
        {
            string complaint = at.Field("patternErrorMessage").Text;
            return [new PatternConstraint(pattern.Regex, written.Text, complaint.Length > 0 ? complaint : null)];
        }

        refuse(written, pattern.Fault);
        return [];
    }

    private IEnumerable<Constraint> Format(Node at)
    {
        if (at.Field("format") is not { Exists: true } name)
        {
            return [];
        }

        if (SchemaFormat.Named(name.Text) is { } format)
        {
            return [new FormatConstraint(format)];
        }

        if (dialect == SchemaDialect.JsonSchema)
        {
            refuse(name, $"the format {Quoted.Text(name)} is not understood");
        }

        return [];
    }

    private IEnumerable<Constraint> Range(Node at)
    {
        bool aboveMinimum = at.Field("exclusiveMinimum").IsTrue;
        bool belowMaximum = at.Field("exclusiveMaximum").IsTrue;
        RangeConstraint range = new()
        {
            Minimum = aboveMinimum ? null : Number(at, "minimum"),
            ExclusiveMinimum = aboveMinimum ? Number(at, "minimum") : NumberOrFlag(at, "exclusiveMinimum"),
            Maximum = belowMaximum ? null : Number(at, "maximum"),
            ExclusiveMaximum = belowMaximum ? Number(at, "maximum") : NumberOrFlag(at, "exclusiveMaximum"),
            MultipleOf = Number(at, "multipleOf"),
        };
        return range.IsEmpty ? [] : [range];
    }

    private IEnumerable<Constraint> Sizes(Node at) =>
    [
        .. Size(at, SizeUnit.Characters, "minLength", "maxLength"),
        .. Size(at, SizeUnit.Items, "minItems", "maxItems"),
        .. Size(at, SizeUnit.Fields, "minProperties", "maxProperties"),
    ];

    private IEnumerable<Constraint> Size(Node at, SizeUnit unit, string least, string most) =>
        (Number(at, least), Number(at, most)) switch
        {
            (null, null) => [],
            var (minimum, maximum) => [new SizeConstraint(unit, minimum, maximum)],
        };

    /// <summary>
    /// For the types of lists see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy.
    /// </summary>
    private IEnumerable<Constraint> Unique(Node at)
    {
        string listType = at.Field("x-kubernetes-list-type").Text;
        if (at.Field("uniqueItems").IsTrue || listType == "set")
        {
            return [new UniqueConstraint([])];
        }

        if (listType is "" or "atomic")
        {
            return [];
        }

        ImmutableArray<string> keys = [.. at.Field("x-kubernetes-list-map-keys").Texts];
        if (listType != "map" || keys.IsEmpty)
        {
            refuse(at.Field("x-kubernetes-list-type"), $"{Quoted.Text(listType)} with such keys is not understood");
        }

        return [new UniqueConstraint(keys)];
    }

    private double? NumberOrFlag(Node at, string keyword) => at.Field(keyword).IsFalse ? null : Number(at, keyword);

    private double? Number(Node at, string keyword)
    {
        Node bound = at.Field(keyword);
        if (bound.Exists && JsonNumber.Of(bound) is null)
        {
            refuse(bound, "a number is due here");
        }

        return JsonNumber.Of(bound);
    }
}
