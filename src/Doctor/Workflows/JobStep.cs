using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Workflows;

/// <summary>A step: an action, or a script.</summary>
internal sealed class JobStep(Node root)
{
    public Node Root => root;

    public string Id => root.Field("id").Text;

    public Node Uses => root.Field("uses");

    public Node Script => root.Field("run");

    public bool IsScript => Script.IsScalar;

    public bool IsCheckout => Uses.Text.StartsWith("actions/checkout@", StringComparison.OrdinalIgnoreCase);

    /// <summary>Code of the checked-out files: a script may run any of them.</summary>
    public bool RunsLocalCode => IsScript || Uses.Text.StartsWith("./", StringComparison.Ordinal);

    public Node Input(string name) => root.Field("with").Field(name);

    /// <summary>Inputs are texts: <c>true</c> and <c>'true'</c> are the same.</summary>
    public bool InputIs(string name, string text) => Input(name).Text.Trim().Equals(text, StringComparison.OrdinalIgnoreCase);
}
