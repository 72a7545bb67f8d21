namespace PolicyGate.Compile.Metadata;

/// <summary>What is known of a member that emitted code refers to.</summary>
/// <param name="Id">Its documentation comment id.</param>
/// <param name="Name">Its name in metadata.</param>
/// <param name="Kind">Whether its type is the module's own.</param>
/// <param name="Problem">Why it may not be used anywhere; null when it may.</param>
/// <param name="Owner">The class of the policy that it or a type in its signature belongs to.</param>
/// <param name="Places">Where alone it may be used; null when it may be used anywhere.</param>
/// <param name="Frame">What a call takes and leaves; null when it is a field.</param>
/// <param name="Value">What a field holds.</param>
/// <param name="IsDelegateConstructor">Whether it makes a delegate, and must be given a method then and there.</param>
internal sealed record MemberFacts(
    string Id,
    string Name,
    ShapeKind Kind,
    string? Problem,
    string? Owner,
    string[]? Places = null,
    Frame? Frame = null,
    StackKind Value = StackKind.Other,
    bool IsDelegateConstructor = false)
{
    /// <summary>Whether it can be called.</summary>
    public bool IsMethod => Frame is not null;

    /// <summary>This member with what is known of a type in its signature or among its type arguments.</summary>
    public MemberFacts With(Shape part) => Owner is not null && part.Owner is not null && Owner != part.Owner
        ? this with { Problem = Problem ?? $"one policy's type is used with another's: {Id}" }
        : this with { Problem = Problem ?? part.Problem, Owner = Owner ?? part.Owner };
}
