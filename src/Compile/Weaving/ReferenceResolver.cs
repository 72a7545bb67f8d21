using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>Finds what policies refer to in the reference assemblies that they were compiled against.</summary>
internal sealed class ReferenceResolver : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> read = new(StringComparer.Ordinal);

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (!read.TryGetValue(name.Name, out AssemblyDefinition? assembly))
        {
            Stream image = typeof(ReferenceResolver).Assembly.GetManifestResourceStream($"ref/{name.Name}.dll")
                ?? throw new AssemblyResolutionException(name);
            assembly = AssemblyDefinition.ReadAssembly(image, new ReaderParameters { AssemblyResolver = this });
            read.Add(name.Name, assembly);
        }

        return assembly;
    }

    public void Dispose()
    {
        foreach (AssemblyDefinition assembly in read.Values)
        {
            assembly.Dispose();
        }
    }
}
