using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using PolicyGate.Compile;

namespace PolicyGate.Metering.Tests;

/// <summary>
/// C# as policies may write it, compiled as policies are: the members of a class, among them <c>static string Run()</c>.
/// </summary>
internal static class Snippet
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None);

    public static byte[] Compile(string members)
    {
        string text = $"#nullable enable\n#line 1\nstatic class Snippet\n{{\n#line 1\n{members}\n}}\n";
        SyntaxTree[] trees = [Parse(PolicyCompiler.Scope + "\nglobal using System.Text;"), Parse(text)];
        using MemoryStream image = new();
        EmitResult result = CSharpCompilation.Create("Snippets", trees, ReferenceAssemblies.All, Options).Emit(image);
        result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return image.ToArray();
    }

    /// <summary>What it says, or throws; on a thread like that of an evaluation.</summary>
    public static string Run(byte[] image) => OnThread(Loaded(image));

    /// <summary>What it says within a budget, and what it used.</summary>
    public static (string Said, Spending Spending) Run(byte[] woven, Budget budget)
    {
        Func<string> run = Loaded(woven);
        Spending spending = null!;
        string said = OnThread(() =>
        {
            Meter.Begin(budget);
            try
            {
                return run();
            }
            finally
            {
                spending = Meter.End();
            }
        });
        return (said, spending);
    }

    private static Func<string> Loaded(byte[] image)
    {
        using MemoryStream stream = new(image);
        Assembly assembly = new AssemblyLoadContext("snippet", isCollectible: true).LoadFromStream(stream);
        return assembly.GetType("Snippet")!.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<string>>();
    }

    private static string OnThread(Func<string> run)
    {
        string said = "";
        Thread thread = new(() => said = Told(run), Meter.ThreadStackBytes);
        thread.Start();
        thread.Join();
        return said;
    }

    private static string Told(Func<string> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing);
}
