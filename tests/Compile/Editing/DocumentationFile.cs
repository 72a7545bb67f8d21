using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile.Tests.Editing;

/// <summary>The documentation file beside an assembly, as editors read it.</summary>
internal sealed class DocumentationFile(string path) : DocumentationProvider
{
    private readonly Dictionary<string, string> members = XDocument.Load(path).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.ToString());

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);

    protected override string? GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        members.GetValueOrDefault(documentationMemberID);
}
