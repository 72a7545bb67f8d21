namespace PolicyGate.Metering;

/// <summary>What ended an evaluation.</summary>
public enum Limit
{
    /// <summary>Steps, whoever takes them: loop turns, calls, elements and characters that the library works through.</summary>
    Fuel,

    /// <summary>Calls within calls.</summary>
    Depth,

    /// <summary>The thread's stack, whatever the depth.</summary>
    Stack,

    Memory,

    RegexTime,

    /// <summary>Lazy sequences on top of lazy sequences, or values nested in values.</summary>
    Nesting,

    /// <summary>The width or precision of a formatted value.</summary>
    Format,

    /// <summary>A collection of the policy's own where the library trusts what the collection says of itself.</summary>
    Unpriced,
}

/// <summary>How limits are told.</summary>
public static class Limits
{
    /// <summary>In a few words, such as <c>too many steps</c>.</summary>
    public static string Describe(Limit limit) => limit switch
    {
        Limit.Fuel => "too many steps",
        Limit.Depth => "calls are nested too deeply",
        Limit.Stack => "too little stack is left",
        Limit.Memory => "too much memory is asked for",
        Limit.RegexTime => "regular expressions take too long",
        Limit.Nesting => "sequences or values are nested too deeply",
        Limit.Format => "a width or precision is over 1,000",
        Limit.Unpriced => "a collection of the policy's own is handed to a library call that copies it whole",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, null),
    };
}
