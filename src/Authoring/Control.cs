namespace PolicyGate.Authoring;

/// <summary>A clause of an outside standard.</summary>
/// <param name="Framework">Such as <c>NIST 800-53</c>.</param>
/// <param name="Clause">Such as <c>SC-6</c>.</param>
public sealed record Control(string Framework, string Clause)
{
    /// <summary>As reports show it: <c>NIST 800-53 SC-6</c>.</summary>
    public override string ToString() => $"{Framework} {Clause}";
}

/// <summary>The standards that policies may name, in scope in every policy.</summary>
public static class Controls
{
    /// <summary>NIST SP 800-53 rev. 5: https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final.</summary>
    public static Control Nist80053(string clause) => new("NIST 800-53", clause);

    /// <summary>HIPAA Security Rule, 45 CFR 164.308 to 164.316: https://www.ecfr.gov/current/title-45/part-164.</summary>
    public static Control Hipaa(string clause) => new("HIPAA", clause);

    /// <summary>ISO/IEC 27001:2022, Annex A: https://www.iso.org/standard/27001.</summary>
    public static Control Iso27001(string clause) => new("ISO 27001", clause);

    /// <summary>CIS Kubernetes Benchmark: https://www.cisecurity.org/benchmark/kubernetes.</summary>
    public static Control Cis(string clause) => new("CIS Kubernetes", clause);

    /// <summary>Pod Security Standards: https://kubernetes.io/docs/concepts/security/pod-security-standards/.</summary>
    public static Control PodSecurity(string level) => new("Pod Security Standards", level);
}
