using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>What is done about one argument.</summary>
/// <param name="Charge">What the price says.</param>
/// <param name="Shape">Its shape in the member's signature.</param>
/// <param name="Type">Its type at this call; a reference to it when it is the receiver of a struct's member.</param>
/// <param name="Member">What is called.</param>
/// <param name="Buffers">Whether sequences are kept while they are gone through.</param>
internal sealed record ArgumentCharge(Charge Charge, Shape Shape, TypeReference Type, MethodReference Member, bool Buffers = false)
{
    private bool Copies => Charge is Charge.Copy;

    private TypeReference Value => Type is ByReferenceType reference ? reference.ElementType : Type;

    private TypeReference Element => Value is ArrayType array ? array.ElementType : ((GenericInstanceType)Value).GenericArguments[0];

    /// <summary>Puts something else in the place of the argument on top of the stack; nothing when it stays.</summary>
    public Instruction[] Replace(MeteringMembers metering)
    {
        if (Shape == Shape.UntypedSequence && Charge != Charge.None)
        {
            return [metering.Call(typeof(Watch), nameof(Watch.Untyped))];
        }

        if (Shape != Shape.Sequence || Charge == Charge.None)
        {
            return [];
        }

        Instruction watch = metering.Call(typeof(Watch), Watching, Element);
        return Buffers ? [watch, metering.Call(typeof(Watch), nameof(Watch.Buffered), Element)] : [watch];
    }

    private string Watching => Charge switch
    {
        Charge.Peek => nameof(Watch.Peeked),
        Charge.Reach => nameof(Watch.Reached),
        Charge.Defer => nameof(Watch.Lazy),
        Charge.Copy => nameof(Watch.Copied),
        Charge.Sort => nameof(Watch.Sorted),
        _ => nameof(Watch.Read),
    };

    /// <summary>Whether the result may be enumerated from it.</summary>
    public bool IsSource => Charge is Charge.Defer or Charge.Peek or Charge.Reach;

    public bool IsSomething(MeteringMembers metering) => Replace(metering).Length > 0 || Measure(metering).Any();

    /// <summary>Takes the argument from the top of the stack and pays for it; nothing when there is nothing to pay.</summary>
    public IEnumerable<Instruction> Measure(MeteringMembers metering)
    {
        Instruction[] measure = [.. MeasureValue(metering)];
        return Type is ByReferenceType && measure.Length > 0
            ? [Instruction.Create(OpCodes.Ldobj, Value), .. measure]
            : measure;
    }

    private IEnumerable<Instruction> MeasureValue(MeteringMembers metering) => Charge switch
    {
        Charge.None => [],
        Charge.Characters => [Instruction.Create(OpCodes.Ldc_I4_2), .. Sized(metering, nameof(Sizes.Count))],
        Charge.Room => [.. RoomForEach(), .. Sized(metering, nameof(Sizes.Count))],
        Charge.Split => Sized(metering, nameof(Sizes.Split)),
        Charge.Width => [metering.Call(typeof(Formats), nameof(Formats.Width))],
        Charge.Composite => [metering.Call(typeof(Formats), nameof(Formats.Composite))],
        Charge.Format when Shape == Shape.Span => [metering.Call(typeof(Formats), nameof(Formats.Span))],
        Charge.Format => [metering.Call(typeof(Formats), nameof(Formats.Text))],
        Charge.Sort when Shape is Shape.Array or Shape.Elements => Sized(metering, nameof(Sizes.Sorted), Element),
        Charge.Move => Moved(metering),
        Charge.Sort when Shape is Shape.WritableSpan => Sized(metering, nameof(Sizes.SortedSpan), Element),
        Charge.Sort when Shape is Shape.Immutable => Sized(metering, nameof(Sizes.SortedImmutable), Element),
        _ => MeasureShape(Shape == Shape.Value ? ClosedShapes.Of(Value) : Shape, metering),
    };

    private Instruction[] Moved(MeteringMembers metering) => Shape switch
    {
        Shape.Array => [metering.Call(typeof(Moves), nameof(Moves.Array), Element)],
        Shape.Span => [metering.Call(typeof(Moves), nameof(Moves.Span), Element)],
        Shape.WritableSpan => [metering.Call(typeof(Moves), nameof(Moves.WritableSpan), Element)],
        Shape.Immutable => [metering.Call(typeof(Moves), nameof(Moves.Immutable), Element)],
        Shape.Elements => [metering.Call(typeof(Moves), nameof(Moves.Collection))],
        _ => [],
    };

    private IEnumerable<Instruction> MeasureShape(Shape shape, MeteringMembers metering) => shape switch
    {
        Shape.Text => Sized(metering, Copies ? nameof(Sizes.CopiedText) : nameof(Sizes.Text)),
        Shape.Any => Sized(metering, Copies ? nameof(Sizes.CopiedAny) : nameof(Sizes.Any)),
        Shape.Value => Sized(metering, Copies ? nameof(Sizes.CopiedValue) : nameof(Sizes.Value), Value),
        Shape.Array => Sized(metering, Copies ? nameof(Sizes.CopiedArray) : nameof(Sizes.Array), Element),
        Shape.Span => Sized(metering, Copies ? nameof(Sizes.CopiedSpan) : nameof(Sizes.Span), Element),
        Shape.WritableSpan => Sized(metering, nameof(Sizes.WritableSpan), Element),
        Shape.Memory => Sized(metering, nameof(Sizes.Memory), Element),
        Shape.WritableMemory => Sized(metering, nameof(Sizes.WritableMemory), Element),
        Shape.Immutable => Sized(metering, Copies ? nameof(Sizes.CopiedImmutable) : nameof(Sizes.Immutable), Element),
        Shape.Elements or Shape.Collection when Copies => Sized(metering, nameof(Sizes.CopiedCollection)),
        Shape.Elements => Sized(metering, nameof(Sizes.Elements), Element),
        Shape.Collection => Sized(metering, nameof(Sizes.Collection)),
        Shape.ElementsInterface or Shape.CollectionInterface =>
            Sized(metering, Copies ? nameof(Sizes.CopiedTrusted) : nameof(Sizes.Trusted)),
        _ => [],
    };

    /// <summary>Bytes for one element: as large as its types are, and what the collection keeps beside it.</summary>
    private IEnumerable<Instruction> RoomForEach()
    {
        yield return Instruction.Create(OpCodes.Ldc_I4, 16);
        IEnumerable<TypeReference> elements = (Member as GenericInstanceMethod)?.GenericArguments
            ?? (Member.DeclaringType as GenericInstanceType)?.GenericArguments
            ?? Enumerable.Empty<TypeReference>();
        foreach (TypeReference element in elements)
        {
            yield return Instruction.Create(OpCodes.Sizeof, element);
            yield return Instruction.Create(OpCodes.Add);
        }
    }

    private static Instruction[] Sized(MeteringMembers metering, string name, params TypeReference[] typeArguments) =>
        [metering.Call(typeof(Sizes), name, typeArguments)];
}
