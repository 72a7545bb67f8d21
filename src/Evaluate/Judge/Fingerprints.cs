using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Evaluate.Judge;

/// <summary>Short names of findings that stay the same when lines move.</summary>
internal static class Fingerprints
{
    public static string Of(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts!))).AsSpan(0, 16));

    /// <summary>Findings of one fingerprint are told apart by a number in their order.</summary>
    public static ImmutableArray<Finding> Distinct(ImmutableArray<Finding> findings)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        return [.. findings.Select(finding => finding with { Fingerprint = Numbered(finding.Fingerprint, seen) })];
    }

    private static string Numbered(string fingerprint, Dictionary<string, int> seen)
    {
        int times = seen[fingerprint] = seen.GetValueOrDefault(fingerprint) + 1;
        return times == 1 ? fingerprint : Of(fingerprint, times.ToString(CultureInfo.InvariantCulture));
    }
}
