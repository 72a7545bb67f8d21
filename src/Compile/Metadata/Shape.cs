namespace PolicyGate.Compile.Metadata;

/// <summary>Where a type comes from, as far as the check goes differently about it.</summary>
internal enum ShapeKind
{
    /// <summary>Of another assembly.</summary>
    External,

    /// <summary>Defined by the module itself.</summary>
    Own,

    /// <summary>An array; its members are the runtime's.</summary>
    Array,

    /// <summary>A type that signatures have a code for.</summary>
    Primitive,

    /// <summary>A type parameter.</summary>
    Parameter,

    /// <summary>A managed reference to a place.</summary>
    Reference,
}

/// <summary>A type as a signature shows it.</summary>
/// <param name="Id">As documentation comment ids write it in parameter lists, with type arguments in braces.</param>
/// <param name="Definition">The id of the type itself, without type arguments.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Problem">Why it may not be used; null when it may.</param>
/// <param name="Owner">The class of the policy to which it or a type in it belongs; null when there is none.</param>
internal sealed record Shape(string Id, string Definition, ShapeKind Kind, string? Problem = null, string? Owner = null)
{
    public static Shape Parameter(string id) => new(id, id, ShapeKind.Parameter);

    /// <summary>Another type made of this one.</summary>
    public Shape Made(string id, ShapeKind kind, string? problem = null) => new(id, id, kind, Problem ?? problem, Owner);

    /// <summary>This type with what is known of one that is part of it.</summary>
    public Shape With(Shape part) => Owner is not null && part.Owner is not null && Owner != part.Owner
        ? this with { Problem = Problem ?? $"one policy's type is used with another's: {Id}" }
        : this with { Problem = Problem ?? part.Problem, Owner = Owner ?? part.Owner };
}
