namespace PolicyGate.Load.Settings;

/// <summary>The files that are built into this assembly.</summary>
internal static class EmbeddedFile
{
    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
