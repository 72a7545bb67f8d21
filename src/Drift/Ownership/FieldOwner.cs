using System.Globalization;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Ownership;

/// <summary>
/// Who set fields of an object, as the API server keeps book:
/// <see href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">field management</see>.
/// </summary>
/// <param name="Name">Such as <c>kubectl-edit</c>; chosen by whoever writes.</param>
/// <param name="IsApply">By server-side apply, which owns what it was given and nothing else.</param>
/// <param name="Subresource">Such as <c>scale</c>, or empty.</param>
/// <param name="Time">Of its last write; null when the server does not say.</param>
internal sealed record FieldOwner(string Name, bool IsApply, string Subresource, DateTimeOffset? Time)
{
    public static FieldOwner Of(Node entry) => new(
        entry.Field("manager").Text,
        entry.Field("operation").Text == "Apply",
        entry.Field("subresource").Text,
        DateTimeOffset.TryParse(
            entry.Field("time").Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null);

    /// <summary><c>kubectl-edit on 2026-11-21 at 22:10 UTC</c>.</summary>
    public override string ToString() => Time is { } time ? $"{Whom} on {Written(time)}" : Whom;

    /// <summary><c>kubectl, last written on 2026-11-21 at 22:10 UTC</c>: it owns the field, and need not have written this.</summary>
    public string AsOwner => Time is { } time ? $"{Whom}, last written on {Written(time)}" : Whom;

    private string Whom => Name.Length == 0 ? "somebody" : Subresource is "" or "status" ? Name : $"{Name} ({Subresource})";

    private static string Written(DateTimeOffset time) => time.ToString("yyyy-MM-dd 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
