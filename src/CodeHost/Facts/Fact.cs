using System.Diagnostics.CodeAnalysis;

namespace PolicyGate.CodeHost.Facts;

/// <summary>Something that is known, or why it is not. Never neither.</summary>
public sealed record Fact<T>
{
    internal Fact(T? value, string why) => (Value, WhyUnknown) = (value, why);

    public T? Value { get; }

    /// <summary>Empty when it is known.</summary>
    public string WhyUnknown { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsKnown => WhyUnknown.Length == 0;

    [SuppressMessage("Usage", "CA2225", Justification = "Fact.Of says the same.")]
    public static implicit operator Fact<T>(T value) => new(value, "");

    /// <summary>The same of what it leads to.</summary>
    public Fact<TOther> Then<TOther>(Func<T, Fact<TOther>> next) => IsKnown ? next(Value) : Fact.Unknown<TOther>(WhyUnknown);
}

/// <summary>Makes facts.</summary>
public static class Fact
{
    public static Fact<T> Of<T>(T value) => value;

    public static Fact<T> Unknown<T>(string why) => new(default, why);

    /// <summary>The host's answer; unknown where it has none.</summary>
    public static Fact<T> From<T>(HostAnswer<T> answer) =>
        answer.IsGiven ? answer.Value : Fact.Unknown<T>(answer.Problem.ToString());

    /// <summary>A list is known when it is whole: what is not on half a list may exist.</summary>
    public static Fact<Listing<T>> Whole<T>(HostAnswer<Listing<T>> answer) => From(answer).Then(listing => listing.IsComplete
        ? Of(listing)
        : Fact.Unknown<Listing<T>>($"the code host lists no more than the first {listing.Items.Length}"));
}
