namespace PolicyGate.Metering;

/// <summary>
/// Marks a method that woven code calls in place of one of the library: same parameters, the receiver first, same result.
/// </summary>
/// <param name="member">The library's, by its documentation comment id.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class InPlaceOfAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}
