using PolicyGate.Tests;

namespace PolicyGate.Doctor.Tests;

/// <summary>Repositories that are made for one test, and examined.</summary>
internal static class Examined
{
    private static readonly string ShippedProfiles = Repository.At("policies", "profiles");

    /// <summary>A directory that is there.</summary>
    public static Examination At(string root) => Examination.Of(root, ShippedProfiles);

    /// <summary>A repository with these files, from its root with forward slashes.</summary>
    public static Examination With(params (string File, string Text)[] files)
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("policygate-doctor-");
        try
        {
            foreach ((string file, string text) in files)
            {
                string path = Path.Combine(root.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return At(root.FullName);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
