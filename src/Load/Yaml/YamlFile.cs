using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>What a file of YAML or JSON says.</summary>
/// <param name="Documents">
/// Those before the problem that stopped the reading, if any. Empty ones and nulls are left out, as kubectl does, but
/// counted in <see cref="Document.Index"/>.
/// </param>
/// <param name="Problems">In the order of the file.</param>
/// <param name="Templates">
/// How many documents are no YAML until a Go template has been rendered, such as <c>name: {{ .x }}</c>. They are left
/// out, and reading stops where such markup breaks the syntax; that is no problem of the file.
/// </param>
public sealed record YamlFile(ImmutableArray<Document> Documents, ImmutableArray<LoadProblem> Problems, int Templates);
