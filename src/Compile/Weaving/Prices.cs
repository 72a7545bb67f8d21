using Mono.Cecil;
using Mono.Cecil.Rocks;
using PolicyGate.Compile.Lists;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Prices of library members: what the list says, or what the signature suggests. Whatever a member is given or gives back
/// that can be large is taken to be gone through.
/// </summary>
internal sealed class Prices
{
    private const int CallWeight = 16;

    private const int CheapWeight = 4;

    private const int SlowWeight = 160;

    private const int ObjectBytes = 64;

    private const int Character = 4;

    private const int ExceptionBytes = 300;

    /// <summary>See <c>PolicyGate.Metering.Manner</c>.</summary>
    private const int Calls = 1, Leaps = 2, Sorts = 4, Direct = 8;

    /// <summary>How names of members begin that compare, hash, print or parse elements.</summary>
    private static readonly string[] Comparisons =
    [
        "Contains", "IndexOf", "LastIndexOf", "Remove", "Replace", "BinarySearch", "Sort", "Sequence", "Is", "SetEquals",
        "Overlaps", "Union", "Except", "Intersect", "Symmetric", "Distinct", "StartsWith", "EndsWith", "Trim", "Count",
        "Compare", "Equals", "Common", "Max", "Min", "Sum", "Order", "To", "Join", "Concat", "Create", "Group", "Parse",
        "TryParse", "Try", "Split", "get_", "Append", "Combine", "Hash",
    ];

    private static readonly Dictionary<string, CostWords> Listed =
        DataLines.Of("costs").ToDictionary(line => line.Id, line => new CostWords(line.Words), StringComparer.Ordinal);

    private readonly Dictionary<MethodDefinition, Price?> known = [];

    /// <summary>Null when nobody can tell what it would cost.</summary>
    public Price? Of(MethodDefinition member)
    {
        if (!known.TryGetValue(member, out Price? price))
        {
            string id = DocCommentId.GetDocCommentId(member);
            price = Work(member, Listed.GetValueOrDefault(id, CostWords.None));
            known.Add(member, price);
        }

        return price;
    }

    private static Price? Work(MethodDefinition member, CostWords words)
    {
        if (words.Has("refuse"))
        {
            return null;
        }

        bool isConstant = words.Has("constant") || (words == CostWords.None && IsConstant(member));
        Shape[] shapes = ShapesOf(member);
        bool makes = !isConstant && !Stores(words) && !words.Has("copy")
            && (words.Has("makes") || !member.IsGetter || IsSequence(Shapes.Of(member.ReturnType)));
        return new()
        {
            Weight = words.Has("slow") ? SlowWeight : isConstant || member.IsGetter ? CheapWeight : CallWeight,
            Shapes = shapes,
            Stores = Stores(words),
            Buffers = !words.Has("streams") && !words.Has("direct") && !words.Has("leaps") && !words.Has("peek") && !words.Has("reach"),
            Charges = isConstant ? new Charge[shapes.Length] : ChargesOf(member, words, shapes),
            Result = makes || IsSequence(Shapes.Of(member.ReturnType)) ? ResultOf(member) : Shape.None,
            Bytes = BytesOf(member, words, isConstant),
            Manner = MannerOf(member, words),
        };
    }

    private static bool Stores(CostWords words) => words.Has("grow") || words.Has("stores");

    /// <summary>What stores, or hands out what is there.</summary>
    private static bool IsConstant(MethodDefinition member) =>
        IsDelegate(member.DeclaringType)
        || IsException(member.DeclaringType) && member.IsConstructor
        || member.Name is "op_Implicit" or "GetEnumerator" or "Dispose"
        || member is { IsGetter: true, Parameters.Count: 0 } && !IsSequence(Shapes.Of(member.ReturnType))
        || member is { IsSetter: true, Parameters.Count: 1 };

    private static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName is "System.MulticastDelegate";

    private static bool IsException(TypeDefinition? type)
    {
        for (; type is not null; type = type.BaseType?.Resolve())
        {
            if (type.FullName == "System.Exception")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSequence(Shape shape) => shape is Shape.Sequence or Shape.OrderedSequence or Shape.UntypedSequence;

    /// <summary>The receiver, if there is one, then the parameters.</summary>
    private static Shape[] ShapesOf(MethodDefinition member)
    {
        IEnumerable<Shape> parameters = member.Parameters.Select(parameter => Shapes.Of(parameter.ParameterType));
        return member.HasThis ? [ReceiverShape(member), .. parameters] : [.. parameters];
    }

    private static Shape ReceiverShape(MethodDefinition member)
    {
        TypeDefinition type = member.DeclaringType;
        TypeReference self = type.HasGenericParameters ? TypeArguments.Instance(type, type.GenericParameters) : type;
        return member.IsConstructor ? Shape.None : Shapes.Of(self) switch
        {
            Shape.Sequence or Shape.OrderedSequence or Shape.UntypedSequence => Shape.None,
            Shape.ElementsInterface => Shape.Elements,
            Shape.CollectionInterface => Shape.Collection,
            Shape shape => shape,
        };
    }

    private static Charge[] ChargesOf(MethodDefinition member, CostWords words, Shape[] shapes)
    {
        Charge[] charges = new Charge[shapes.Length];
        int receiver = member.HasThis ? 1 : 0;
        bool looksAtReceiver = receiver == 1 && !Stores(words) && !words.Has("keyed") && !words.Has("copy") && !member.IsSetter && (!member.IsGetter || words.Has("makes"));
        for (int at = 0; at < shapes.Length; at++)
        {
            charges[at] = at < receiver
                ? looksAtReceiver ? Cheaper(ReceiverCharge(words, shapes[at]), member, shapes[at]) : Charge.None
                : words.ChargeOf(at - receiver + 1) ?? Cheaper(ChargeOf(member, words, shapes[at], member.Parameters[at - receiver]), member, shapes[at]);
        }

        return charges;
    }

    /// <summary>A function of the policy pays for each element that it is called with; elements that are moved are not read.</summary>
    private static Charge Cheaper(Charge charge, MethodDefinition member, Shape shape)
    {
        bool isOfElements = shape is Shape.Array or Shape.Span or Shape.WritableSpan or Shape.Immutable or Shape.Elements;
        return charge != Charge.Measure || !isOfElements ? charge
            : HasFunction(member) ? Charge.None
            : Comparisons.Any(word => member.Name.StartsWith(word, StringComparison.Ordinal)) ? Charge.Measure
            : Charge.Move;
    }

    private static Charge ReceiverCharge(CostWords words, Shape shape) => shape switch
    {
        Shape.None => Charge.None,
        Shape.Text when words.Has("split") => Charge.Split,
        Shape.Elements or Shape.Array or Shape.WritableSpan or Shape.Immutable when words.Has("sort") => Charge.Sort,
        _ => Charge.Measure,
    };

    private static Charge ChargeOf(MethodDefinition member, CostWords words, Shape shape, ParameterDefinition parameter)
    {
        bool isText = member.DeclaringType.Namespace is "System.Text" or "System.Runtime.CompilerServices";
        bool copies = (words.Has("grow") && isText) || words.Has("copy") || member.IsConstructor;
        return (shape, parameter.Name) switch
        {
            (Shape.Text or Shape.Span, "format") => Charge.Format,
            (Shape.None, "alignment") => Charge.Width,
            (Shape.None, "totalWidth") => Charge.Characters,
            (Shape.None, "capacity" or "initialCapacity" or "newSize" or "newLength") when IsInt(parameter) => RoomIn(member),
            (Shape.None, _) => Charge.None,
            (Shape.Value or Shape.Any, _) when member.IsConstructor || words.Has("stores") => Charge.None,
            (not Shape.Value, _) when words.Has("keyed") => Charge.None,
            (Shape.Sequence or Shape.OrderedSequence or Shape.UntypedSequence, _) => SequenceCharge(member, words, copies),
            (Shape.Array or Shape.Elements or Shape.WritableSpan or Shape.Immutable, _) when words.Has("sort") => Charge.Sort,
            _ => copies ? Charge.Copy : Charge.Measure,
        };
    }

    private static bool IsInt(ParameterDefinition parameter) => parameter.ParameterType.FullName == "System.Int32";

    private static Charge RoomIn(MethodDefinition member) =>
        member.DeclaringType.Namespace.StartsWith("System.Text", StringComparison.Ordinal) ? Charge.Characters : Charge.Room;

    private static Charge SequenceCharge(MethodDefinition member, CostWords words, bool copies) =>
        words.Has("peek") || words.Has("direct") || words.Has("leaps") ? Charge.Peek
        : words.Has("reach") ? Charge.Reach
        : IsSequence(Shapes.Of(member.ReturnType)) ? Charge.Defer
        : words.Has("sort") ? Charge.Sort
        : copies ? Charge.Copy
        : HasFunction(member) ? Charge.Defer
        : Charge.Measure;

    private static bool HasFunction(MethodDefinition member) =>
        member.Parameters.Any(parameter => parameter.ParameterType.Resolve() is { } type && IsDelegate(type));

    private static Shape ResultOf(MethodDefinition member)
    {
        Shape shape = Shapes.Of(member.ReturnType);
        bool isFluent = member.ReturnType.FullName == "System.Text.StringBuilder" || member.IsConstructor;
        return isFluent || shape is Shape.Any or Shape.Value ? Shape.None : shape;
    }

    private static int BytesOf(MethodDefinition member, CostWords words, bool isConstant)
    {
        if (member.IsConstructor)
        {
            return member.DeclaringType.IsValueType ? 0 : IsException(member.DeclaringType) ? ExceptionBytes : ObjectBytes;
        }

        if (Stores(words))
        {
            return words.Has("slow") ? 4 * ObjectBytes : member.DeclaringType.HasGenericParameters ? 0 : Character;
        }

        TypeReference result = member.ReturnType;
        bool isObject = !isConstant && !member.IsGetter && Shapes.Of(result) is Shape.None
            && result is not (GenericParameter or ByReferenceType) && result.FullName != "System.Void" && result.Resolve() is { IsValueType: false };
        return isObject ? ObjectBytes : 0;
    }

    private static int MannerOf(MethodDefinition member, CostWords words) =>
        (HasFunction(member) ? Calls : 0)
        | (words.Has("leaps") ? Leaps : 0)
        | (words.Has("direct") ? Direct : 0)
        | (IsSequence(Shapes.Of(member.ReturnType)) && words.Has("sort") ? Sorts : 0);
}
