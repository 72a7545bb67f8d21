using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Workloads that save data with the programs that people use for it.</summary>
internal static partial class BackupScripts
{
    /// <summary>It dumps a database, or copies files away.</summary>
    public static bool Saves(Resource workload) =>
        workload.Pods.Length > 0 && (PostgresDumps.IsDump(workload) || Tool(workload) is not null);

    /// <summary>What names the program that copies; null when there is none.</summary>
    public static ScriptText? Tool(Resource workload) =>
        workload.Scripts.FirstOrDefault(text => !text.IsVariable && CopyTool().IsMatch(text.Text)) ?? Joined(workload);

    /// <summary>The program and what it is to do may stand in arguments of their own: <c>args: [restic, backup, /data]</c>.</summary>
    private static ScriptText? Joined(Resource workload) => workload.Pods
        .SelectMany(pod => pod.Containers)
        .Where(container => CopyTool().IsMatch(Line(container)))
        .Select(container => new ScriptText(container["args"].Exists ? container["args"] : container["command"], "", Line(container)))
        .FirstOrDefault();

    /// <summary>The image's name stands for its entry point.</summary>
    public static string Line(Container container) => string.Join(
        ' ', [container.Image?.Repository.Split('/')[^1] ?? "", .. container["command"].Texts.Concat(container["args"].Texts).Select(ScriptText.Plain)]);

    // Copies that only fetch start at the store and end elsewhere.
    [GeneratedRegex(@"\brestic\b[^|;&\n]*\bbackup\b|\bkopia\b[^|;&\n]*\bsnapshot create\b|\bborg\b[^|;&\n]*\bcreate\b|\bduplicity\b|\bautorestic backup\b|\brclone\b[^|;&\n]*\b(copy|copyto|sync|rcat|move)\b|\baws\b[^|;&\n]*\bs3 (cp|sync|mv)\b(?!\s+s3://\S+\s+(?!s3://)\S)|\bs3cmd\b[^|;&\n]*\b(put|sync)\b(?!\s+s3://)|\bs5cmd\b[^|;&\n]*\b(cp|sync|pipe)\b|\bgsutil\b[^|;&\n]*\b(cp|rsync)\b(?!\s+gs://)|\bgcloud storage (cp|rsync)\b(?!\s+gs://)|\bazcopy (copy|sync)\b|\baz storage blob (upload|upload-batch|sync)\b|\b(mc|mcli)\b[^|;&\n]*\b(mirror|cp|pipe|put)\b|\brsync\b\s+-")]
    private static partial Regex CopyTool();
}
