using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What a container's Odoo is told: by its command line, which wins, its file and its variables. From 19 on variables
/// win over the file (https://github.com/odoo/odoo/blob/19.0/odoo/tools/config.py); before, entry points make the file
/// from them.
/// </summary>
internal sealed class OdooConfiguration
{
    private static readonly string[] UsualFiles =
        ["/etc/odoo/odoo.conf", "/etc/odoo.conf", "/opt/bitnami/odoo/conf/odoo.conf", "/bitnami/odoo/conf/odoo.conf"];

    private static readonly string[] FileVariables = ["ODOO_RC", "OPENERP_SERVER"];

    private readonly Container container;
    private readonly IReadOnlyDictionary<string, ContainerVariable> variables;
    private readonly ImmutableArray<(string Name, string Value, CommandWord Word)> options;
    private readonly ImmutableArray<MountedFile> files;
    private readonly int? version;

    public OdooConfiguration(Container container, ImmutableArray<CommandWord> words, IReadOnlyDictionary<string, ContainerVariable> variables, int? version)
    {
        this.container = container;
        this.variables = variables;
        this.version = version;
        options = [.. OdooOptions.Read(words)];
        files = [.. FindFiles()];
    }

    private bool IsOfficialImage => container.Image is { Registry: "docker.io", Repository: "library/odoo" };

    public OdooSetting this[string name] =>
        OfCommandLine(name)
        ?? (version >= 19 ? OfVariable(name) : null)
        ?? OfFile(name)
        ?? OfVariable(name)
        ?? Hidden(name)
        ?? new(name, OdooOptions.DefaultOf(name), Home, OdooSource.Default, IsSecret: false, version);

    /// <summary>Where a setting would be added.</summary>
    private Node Home => files.LastOrDefault(file => file is { Text: not null })?.Place ?? container["args"];

    private OdooSetting? OfCommandLine(string name) =>
        options.LastOrDefault(option => option.Name == name) is { Word: { } word } option
            ? Made(name, option.Value, word.Place, OdooSource.CommandLine, isSecret: false)
            : null;

    private OdooSetting? OfFile(string name)
    {
        foreach (MountedFile file in files.Reverse())
        {
            if (file.Text is not null && OdooOptions.ReadFile(file.Text)?.LastOrDefault(setting => setting.Name == name) is { Name: not null } found)
            {
                return Made(name, found.Value, file.Place, OdooSource.File, file.IsSecret);
            }
        }

        return null;
    }

    private OdooSetting? OfVariable(string name)
    {
        IEnumerable<string> known = IsOfficialImage && version is < 19 ? OdooOptions.OfficialVariablesOf(name) : OdooOptions.VariablesOf(name);
        return known.Select(variables.GetValueOrDefault).OfType<ContainerVariable>().FirstOrDefault() is not { } variable ? null
            : variable.Text is { } text ? Made(name, text, variable.Place, OdooSource.Variable, variable.IsSecret)
            : new(name, "", variable.Place, OdooSource.FilledIn, variable.IsSecret, version);
    }

    /// <summary>A file that git does not tell may set it.</summary>
    private OdooSetting? Hidden(string name) =>
        files.FirstOrDefault(file => file.Text is null) is { } hidden
            ? new(name, "", hidden.Place, OdooSource.Unreadable, hidden.IsSecret, version)
            : null;

    /// <summary>What is filled in on the way to the cluster is not known, but perhaps that it is a secret.</summary>
    private OdooSetting Made(string name, string value, Node place, OdooSource source, bool isSecret)
    {
        string text = ContainerVariables.Expand(value, variables);
        bool isTemplate = text.Contains("{{", StringComparison.Ordinal) || text.Contains("${", StringComparison.Ordinal) || text.Contains("$(", StringComparison.Ordinal);
        bool comesFromSecret = isSecret || VariableOfPod(value)?.IsSecret == true;
        return isTemplate && VariableOfPod(value)?.Text is { } known ? new(name, known, place, source, comesFromSecret, version)
            : isTemplate ? new(name, "", place, OdooSource.FilledIn, comesFromSecret, version)
            : new(name, text, place, source, comesFromSecret, version);
    }

    /// <summary>The variable of Odoo's container, or of another that may have put the file together.</summary>
    private ContainerVariable? VariableOfPod(string value) =>
        ContainerVariables.Referred(value, variables)
        ?? container.Pod.Containers.Select(other => ContainerVariables.Referred(value, other.Variables)).FirstOrDefault(found => found is not null);

    /// <summary>
    /// The file that Odoo is pointed at. Where that is put together from others, or not known, every file with the
    /// section <c>options</c> that some container of the pod is given.
    /// </summary>
    private IEnumerable<MountedFile> FindFiles()
    {
        string? named = options.LastOrDefault(option => option.Name == "config").Value
            ?? FileVariables.Select(variables.GetValueOrDefault).FirstOrDefault(one => one is not null)?.Text;
        string[] wanted = named is not null ? [named] : UsualFiles;
        ImmutableArray<MountedFile> own = [.. MountedFiles.Of(container)];
        MountedFile[] exact = [.. own.Where(file => wanted.Any(path => file.Path == path || (file.Text is null && IsUnder(path, file.Path))))];
        return exact.Length > 0 ? exact
            : named is not null && !IsMounted(named) ? []
            : named is null && IsOfficialImage ? []
            : Parts(own);
    }

    private IEnumerable<MountedFile> Parts(ImmutableArray<MountedFile> own)
    {
        MountedFile[] all =
        [
            .. container.Pod.Containers.Where(other => other.Role == ContainerRole.Init).SelectMany(MountedFiles.Of)
                .Concat(own)
                .DistinctBy(file => (file.Place.Route.ToString(), file.Place.Document.File, file.Place.Document.Index)),
        ];
        MountedFile[] readable = [.. all.Where(file => file.Text is { } text && OdooOptions.ReadFile(text) is not null)];
        return [.. all.Where(file => file.Text is null && LooksLikeOne(file.Path)), .. readable];
    }

    private bool IsMounted(string path) => container["volumeMounts"].Items.Any(mount => IsUnder(path, mount["mountPath"].Text));

    private static bool IsUnder(string path, string directory) => path.StartsWith($"{directory.TrimEnd('/')}/", StringComparison.Ordinal);

    private static bool LooksLikeOne(string path) =>
        path.EndsWith(".conf", StringComparison.Ordinal) || path.EndsWith(".cfg", StringComparison.Ordinal) || path.EndsWith("odoorc", StringComparison.Ordinal)
        || path.Contains("/etc/odoo", StringComparison.Ordinal);
}
