// New holes are found in old software every day. A scan that is months old says nothing about them,
// and one that found a critical hole which nobody mended says that somebody knew.

return new Policy<UsedImage, Tolerance>
{
    Title       = "Images have a recent scan with nothing above the allowed severity",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(1)(ii)(A)"), Nist80053("RA-5"), Nist80053("SI-2"), Iso27001("A.8.8")],
    Remediation = "Scan the image and attest the result (trivy image --format cosign-vuln, cosign attest); mend what it finds, or state why the image is not affected.",
    Subjects    = estate => estate.Images,
    Evaluate    = (used, tolerance) =>
        used.Facts is not { } facts ? NotApplicable("no facts about images were collected")
        : facts.Scans.OrderByDescending(scan => scan.Finished ?? DateTimeOffset.MinValue).FirstOrDefault() is not { } scan ? Fail(used, $"{used.Image.Text} has no vulnerability scan")
        : Clean(used, scan, tolerance),
};

record Tolerance
{
    /// <summary>The worst that is let through: low, medium, high or critical.</summary>
    public string Allowed { get; init; } = "medium";

    public Duration MaximumAge { get; init; } = "30d";
}

// Only the newest scan counts: an older one did not look for what is known today.
Verdict Clean(UsedImage used, ImageScan scan, Tolerance tolerance) =>
    scan.Finished is not { } finished ? Fail(used, $"the scan of {used.Image.Text} does not say when it was made")
    : DateOnly.FromDateTime(finished.UtcDateTime) is var day && day > used.Environment.Today ? Fail(used, $"the scan of {used.Image.Text} is of {day:yyyy-MM-dd}, which is yet to come")
    : used.Environment.Today.DayNumber - day.DayNumber > tolerance.MaximumAge.Span.TotalDays
        ? Fail(used, $"the last scan of {used.Image.Text} is of {day:yyyy-MM-dd}, more than {tolerance.MaximumAge} ago")
    : scan.Vulnerabilities.Where(one => !one.IsNotAffected && IsTooBad(one, tolerance)).ToImmutableArray() is { IsEmpty: false } found
        ? Fail(used, $"{used.Image.Text} has {string.Join(", ", found.Take(5).Select(one => $"{one.Id} ({one.Severity?.ToString().ToLowerInvariant() ?? "severity unknown"})"))}{(found.Length > 5 ? $" and {found.Length - 5} more" : "")}")
    : Pass($"{scan.Scanner} on {day:yyyy-MM-dd}", used, scan.Place);

// A severity that nobody knows may be any.
bool IsTooBad(ImageVulnerability one, Tolerance tolerance) =>
    one.Severity is not { } severity || Declared.Parse<Severity>(tolerance.Allowed) is not { } allowed || severity > allowed;
