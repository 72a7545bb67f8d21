namespace PolicyGate.Model.Assessments;

/// <summary>Which object, as plain data. The namespace is empty for what has none.</summary>
public sealed record ResourceReference(string ApiVersion, string Kind, string Namespace, string Name)
{
    /// <summary>For people: <c>Deployment erp-prod/odoo</c>.</summary>
    public override string ToString() => Namespace.Length > 0 ? $"{Kind} {Namespace}/{Name}" : $"{Kind} {Name}";
}
