// A program that starts with sudo runs as root whatever the pod says of its user, and needs an image that lets it.
// https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/

return new Policy<Container>
{
    Title       = "Containers do not start with sudo",
    Severity    = Medium,
    Controls    = [Nist80053("AC-6"), Nist80053("AC-6(10)"), Iso27001("A.8.18")],
    Remediation = "Run the program as the user that it needs; set runAsUser, and give that user its files in the image.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Each([container["command"], container["args"], .. Hooks(container)], WithoutSudo),
};

IEnumerable<Node> Hooks(Container container) =>
    [container["lifecycle.postStart.exec.command"], container["lifecycle.preStop.exec.command"]];

Verdict WithoutSudo(Node words) =>
    All([Pass(words), .. words.Items.Where(word => Sudo.IsMatch(word.Text)).Select(word => Fail(word, $"{word.Path} calls sudo"))]);

// The program itself, or a word of a shell's script.
static readonly Regex Sudo = new(@"(^|[\s;&|(`/])sudo(\s|$)");
