namespace PolicyGate.Model.Governance;

/// <summary>What the compiler says about a policy. Lines and columns are 1-based.</summary>
public sealed record PolicyDiagnostic(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>As compilers write it: <c>policies/a/b.csx(3,5): error CS0103: …</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column}): error {Code}: {Message}";
}
