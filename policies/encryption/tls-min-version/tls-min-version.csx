// TLS 1.0 and 1.1 are broken and withdrawn (https://www.rfc-editor.org/rfc/rfc8996), and a proxy that still takes them
// can be talked down to them. The same goes for suites without forward secrecy, and for RC4, 3DES, CBC and their like
// (https://www.rfc-editor.org/rfc/rfc9325).

return new Policy<TlsSetting, Floor>
{
    Title       = "Nothing below TLS 1.2 and no weak cipher suite is taken",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Nist80053("SC-8(1)"), Nist80053("SC-13"), Iso27001("A.8.24")],
    Remediation = "Set the lowest version to TLS 1.2 or 1.3, and leave only ECDHE suites with AES-GCM or ChaCha20 in the list.",
    Subjects    = estate => estate.TlsSettings,
    Evaluate    = (setting, floor) =>
        setting.WeakCiphers is [var first, ..]
            ? Fail(setting.Node, $"{setting.Node.Path} takes weak cipher suites: {string.Join(", ", setting.WeakCiphers.Take(4))}")
        : setting.Lowest is not { } lowest
            ? setting.Node.Exists ? Pass(setting.Node) : NotApplicable("it names no version")
        : lowest >= Version.Parse(floor.Version) ? Pass(setting.Node)
        : setting.Node.IsMissing
            ? Fail(setting.Node, $"{setting.Node.Path} is not set, and older versions of Traefik then take TLS 1.0", fix: Set(setting.Node, "VersionTLS12"))
        : Fail(setting.Node, $"{setting.Node.Path} allows {Named(lowest)}, below TLS {floor.Version}", fix: setting.Node.Name == "minVersion" && setting.Node.Text.StartsWith("VersionTLS") ? Set(setting.Node, "VersionTLS12") : null),
};

record Floor { public string Version { get; init; } = "1.2"; }

string Named(Version version) => version.Major == 0 ? $"SSL {version.Minor}" : $"TLS {version}";
