namespace PolicyGate.Compile.Weaving;

/// <summary>What is done about one argument before a library call.</summary>
internal enum Charge
{
    None,

    /// <summary>Goes through it once.</summary>
    Measure,

    /// <summary>Moves its elements without looking at them.</summary>
    Move,

    /// <summary>Copies it.</summary>
    Copy,

    /// <summary>Sorts it.</summary>
    Sort,

    /// <summary>A sequence that is looked at only at its ends.</summary>
    Peek,

    /// <summary>A sequence that is looked at only at its ends, of which the far one may be far.</summary>
    Reach,

    /// <summary>A sequence that is gone through later.</summary>
    Defer,

    /// <summary>A number of characters that are made.</summary>
    Characters,

    /// <summary>A number of elements that room is made for.</summary>
    Room,

    /// <summary>A text that falls into parts.</summary>
    Split,
    Width,
    Format,
    Composite,
}

/// <summary>What a library call costs beside the step that it is.</summary>
internal sealed record Price
{
    /// <summary>In eighths of a step, charged where the policy enters or turns.</summary>
    public required int Weight { get; init; }

    /// <summary>By place on the stack, the receiver first.</summary>
    public required Charge[] Charges { get; init; }

    /// <summary>The shape of each argument.</summary>
    public required Shape[] Shapes { get; init; }

    /// <summary>What the result adds; none when it holds nothing new.</summary>
    public required Shape Result { get; init; }

    /// <summary>Bytes, whatever the arguments.</summary>
    public required int Bytes { get; init; }

    /// <summary>Whether it puts something into the collection that it is a member of.</summary>
    public required bool Stores { get; init; }

    /// <summary>Whether sequences are kept while they are gone through.</summary>
    public required bool Buffers { get; init; }

    /// <summary>How sequences are gone through, as <c>PolicyGate.Metering.Manner</c> has it.</summary>
    public required int Manner { get; init; }

    /// <summary>The first argument that something is done about.</summary>
    public int First => Array.FindIndex(Charges, charge => charge != Charge.None);
}
