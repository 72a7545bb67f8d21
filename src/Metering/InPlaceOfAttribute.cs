namespace PolicyGate.Metering;

/// <summary>
/// Marks a method that woven code calls in place of one of the library: same parameters, the receiver first, same result.
/// Type parameters are those of the type, of the method, and for a static member of an interface who implements it.
/// </summary>
/// <param name="member">The library's, by its documentation comment id.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class InPlaceOfAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}
