using System.Collections.Immutable;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>A credential plugin, as far as it works where nobody sits at a keyboard.</summary>
internal static class ExecSection
{
    private const string Group = "client.authentication.k8s.io/";

    public static ExecCommand? Read(Section exec)
    {
        string version = exec.RequiredText("apiVersion");
        if (version.Length > 0 && version is not (Group + "v1" or Group + "v1beta1"))
        {
            exec.Complain("apiVersion", $"{Group}v1 or {Group}v1beta1 is due here; update the plugin's entry");
        }

        if (exec.Text("interactiveMode") == "Always")
        {
            exec.Complain("interactiveMode", "a plugin that must ask a person cannot be used here: use an account for machines");
        }

        string program = exec.RequiredText("command");
        return program.Length == 0 ? null : new()
        {
            ApiVersion = version,
            Program = Located(exec, program),
            Arguments = [.. exec.Texts("args")],
            Variables = Variables(exec),
            InstallHint = exec.Text("installHint").Trim(),
            WantsCluster = exec.Flag("provideClusterInfo"),
        };
    }

    /// <summary>"Only resolve exec command if it isn't PATH based": one with a separator is meant from the kubeconfig's directory
    /// (<see href="https://github.com/kubernetes/client-go/blob/master/tools/clientcmd/loader.go">client-go</see>).</summary>
    private static string Located(Section exec, string program) =>
        program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? exec.FilePath("command")! : program;

    private static ImmutableArray<(string Name, SecretText Value)> Variables(Section exec) =>
        [.. exec.Sections("env").Select(one => (one.RequiredText("name"), new SecretText(one.Text("value")))).Where(one => one.Item1.Length > 0)];
}
