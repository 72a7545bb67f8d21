namespace PolicyGate.Model.Governance;

/// <summary>A policy as it is written, before anything is made of it.</summary>
/// <param name="Id">Its path under the policies root, such as <c>resources/memory-limit-required</c>.</param>
/// <param name="File">Relative to the repository root, with forward slashes.</param>
/// <param name="Text">C#, in script syntax.</param>
public sealed record PolicySource(string Id, string File, string Text)
{
    /// <summary>The comment at its head: why the policy exists, in plain words.</summary>
    public string Reason => string.Join(
        ' ',
        Text.Split('\n')
            .Select(line => line.Trim().TrimStart('\uFEFF'))
            .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line.TrimStart('/').Trim()));
}
