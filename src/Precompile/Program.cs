using System.Collections.Immutable;
using PolicyGate.Compile;
using PolicyGate.Load.Policies;
using PolicyGate.Model.Governance;

// Writes each policy of a directory as C# that the build compiles: Precompile POLICIES OUTPUT.
(string policies, string output) = (Path.GetFullPath(args[0]), Path.GetFullPath(args[1]));
Directory.CreateDirectory(output);
foreach (string stale in Directory.EnumerateFiles(output, "*.cs"))
{
    File.Delete(stale);
}

int broken = 0;
List<string> ids = [];
File.WriteAllText(Path.Combine(output, "Scope.cs"), PolicyTranscript.Scope);
foreach (PolicySource source in PolicyFiles.Find(policies, Path.GetDirectoryName(policies)!))
{
    (string text, ImmutableArray<PolicyDiagnostic> diagnostics) = PolicyTranscript.Of(source);
    foreach (PolicyDiagnostic diagnostic in diagnostics)
    {
        Console.Error.WriteLine(diagnostic);
        broken++;
    }

    File.WriteAllText(Path.Combine(output, $"{source.Id.Replace('/', '.')}.cs"), text);
    ids.Add(source.Id);
}

File.WriteAllText(Path.Combine(output, "Classes.cs"), PolicyTranscript.ClassesOf(ids));

return broken == 0 ? 0 : 1;
