using System.Net;
using System.Net.Sockets;

namespace PolicyGate.Tests;

/// <summary>
/// Things that no policy may touch: files, a listener, secrets in the environment, the files by which a step of a
/// workflow speaks to the job. Each holds a text of its own, which must appear in no output.
/// </summary>
internal sealed class Canaries : IDisposable
{
    private const string Prefix = "canary-";

    private readonly TemporaryDirectory directory = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    public Canaries()
    {
        listener.Start();
        Secret = $"{Prefix}{Guid.NewGuid():N}";
        foreach (string file in (string[])["repository/canary.txt", "home/canary.txt", "home/.kube/config", "home/.netrc", "canary.txt"])
        {
            Plant(file, Secret);
        }

        foreach (string file in (string[])["job/output", "job/env", "job/path", "job/summary", "job/state"])
        {
            Plant(file, "");
        }

        Directory.CreateDirectory(At("temporary"));
    }

    /// <summary>What stands in every canary that can be read.</summary>
    public string Secret { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string WorkingDirectory => At("repository");

    /// <summary>What the program is started with on top of its environment.</summary>
    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["POLICYGATE_CANARY_TOKEN"] = Secret,
        ["GITHUB_TOKEN"] = Secret,
        ["KUBECONFIG"] = At("home/.kube/config"),
        ["HOME"] = At("home"),
        ["USERPROFILE"] = At("home"),
        ["TMPDIR"] = At("temporary"),
        ["TEMP"] = At("temporary"),
        ["TMP"] = At("temporary"),
        ["GITHUB_OUTPUT"] = At("job/output"),
        ["GITHUB_ENV"] = At("job/env"),
        ["GITHUB_PATH"] = At("job/path"),
        ["GITHUB_STEP_SUMMARY"] = At("job/summary"),
        ["GITHUB_STATE"] = At("job/state"),
    };

    public void Write(string file, byte[] content)
    {
        string path = Path.Combine(WorkingDirectory, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>What has happened to them.</summary>
    public IEnumerable<string> Touched()
    {
        foreach ((string file, string content) in files)
        {
            if (!File.Exists(At(file)) || File.ReadAllText(At(file)) != content)
            {
                yield return $"the canary {file} was changed";
            }
        }

        foreach (string file in Directory.EnumerateFileSystemEntries(directory.Path, "canary-*", SearchOption.AllDirectories))
        {
            yield return $"there is a new file {Path.GetFileName(file)}";
        }

        if (listener.Pending())
        {
            yield return "somebody called the canary listener";
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        directory.Dispose();
    }

    private void Plant(string file, string content)
    {
        files.Add(file, content);
        directory.Write(file, content);
    }

    private string At(string file) => Path.Combine(directory.Path, file);
}
