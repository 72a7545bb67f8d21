using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// Where in the module a method stands, in the words of <c>compiler-only.txt</c>: what the compiler writes in an
/// iterator or a record has no business elsewhere. Names that the compiler makes can be made by others as well; this
/// narrows what a mistake of the first check could open, and opens nothing.
/// </summary>
internal static class Places
{
    public static bool Holds(string place, EmittedType type, string method, MetadataReader reader) => place switch
    {
        "details" => type.IsDetails,
        "collection" => type.Owner is null && type.Outermost.StartsWith("<>z__", StringComparison.Ordinal),
        "iterator" => type.Name.StartsWith('<') && type.Name.Contains(">d", StringComparison.Ordinal),
        "contract" => method == "get_EqualityContract" && IsRecord(type, reader),
        "record" => IsRecord(type, reader),
        _ => false,
    };

    public static bool IsEventAccessor(string method) =>
        method.StartsWith("add_", StringComparison.Ordinal) || method.StartsWith("remove_", StringComparison.Ordinal);

    /// <summary>Records have a method that prints their members; a record class inherits it and has the copying method.</summary>
    private static bool IsRecord(EmittedType type, MetadataReader reader) =>
        reader.GetTypeDefinition(type.Handle).GetMethods()
            .Select(method => reader.GetMethodDefinition(method).Name)
            .Any(name => reader.StringComparer.Equals(name, "<Clone>$") || reader.StringComparer.Equals(name, "PrintMembers"));
}
