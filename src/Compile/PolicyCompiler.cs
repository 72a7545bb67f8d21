using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using PolicyGate.Compile.Weaving;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile;

/// <summary>Compiles policies into one assembly: the cold cost is the compiler's own, and is paid once.</summary>
public static class PolicyCompiler
{
    private static readonly CSharpParseOptions ClassOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        allowUnsafe: false,
        concurrentBuild: true,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>What is in scope in every policy without being written.</summary>
    public const string Scope = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Globalization;
        global using System.Linq;
        global using System.Text.RegularExpressions;
        global using PolicyGate.Authoring;
        global using PolicyGate.Model.Assessments;
        global using PolicyGate.Model.Estates;
        global using PolicyGate.Model.Kubernetes;
        global using PolicyGate.Model.Nodes;
        global using static PolicyGate.Authoring.Controls;
        global using static PolicyGate.Authoring.Verdicts;
        global using static PolicyGate.Model.Assessments.Severity;
        global using Environment = PolicyGate.Model.Estates.Environment;
        """;

    /// <param name="sources">The policies.</param>
    /// <param name="metered">Whether they draw on the budget of their thread, which the host then has to begin.</param>
    public static CompiledPolicies Compile(IEnumerable<PolicySource> sources, bool metered = false)
    {
        Dictionary<string, PolicyDiagnostic[]> diagnostics = new(StringComparer.Ordinal);
        Dictionary<SyntaxTree, PolicyScript> scripts = [];
        foreach ((PolicySource source, PolicyScript? script, ImmutableArray<PolicyDiagnostic> errors) in Rewritten(sources))
        {
            if (script is null)
            {
                diagnostics[source.Id] = [.. errors];
            }
            else
            {
                scripts.Add(Parse(script.Text, source.File), script);
            }
        }

        byte[] image = Emit(scripts, diagnostics, metered ? Weaver.Weave : unwoven => unwoven);
        return new(image, diagnostics);
    }

    private static IEnumerable<(PolicySource, PolicyScript?, ImmutableArray<PolicyDiagnostic>)> Rewritten(
        IEnumerable<PolicySource> sources) =>
        sources.AsParallel().AsOrdered().Select(source =>
        {
            (PolicyScript? script, ImmutableArray<PolicyDiagnostic> errors) = PolicyScript.Rewrite(source);
            return (source, script, errors);
        });

    /// <summary>Policies that do not compile are left out, and the others compiled without them.</summary>
    private static byte[] Emit(
        Dictionary<SyntaxTree, PolicyScript> scripts,
        Dictionary<string, PolicyDiagnostic[]> diagnostics,
        Func<byte[], byte[]> woven)
    {
        while (scripts.Count > 0)
        {
            using MemoryStream image = new();
            EmitResult result = Compilation(scripts.Keys).Emit(image, options: new EmitOptions(includePrivateMembers: true));
            if (result.Success)
            {
                try
                {
                    return woven(image.ToArray());
                }
                catch (WeavingException refusal)
                {
                    LeaveOut(refusal, scripts, diagnostics);
                    continue;
                }
            }

            foreach (IGrouping<SyntaxTree, Diagnostic> broken in BrokenTrees(result))
            {
                PolicyScript script = scripts[broken.Key];
                diagnostics[script.Source.Id] = [.. broken.Select(script.Located)];
                scripts.Remove(broken.Key);
            }
        }

        return [];
    }

    private static void LeaveOut(
        WeavingException refusal, Dictionary<SyntaxTree, PolicyScript> scripts, Dictionary<string, PolicyDiagnostic[]> diagnostics)
    {
        (SyntaxTree tree, PolicyScript script) =
            scripts.Single(one => $"{CompiledName.Namespace}.{CompiledName.Of(one.Value.Source.Id)}" == refusal.Type);
        diagnostics[script.Source.Id] = [new(script.Source.File, 1, 1, "PG0401", refusal.Message)];
        scripts.Remove(tree);
    }

    private static IEnumerable<IGrouping<SyntaxTree, Diagnostic>> BrokenTrees(EmitResult result)
    {
        ImmutableArray<Diagnostic> errors =
            [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return errors.Any(error => error.Location.SourceTree is null)
            ? throw new InvalidOperationException($"policies do not compile: {errors[0]}")
            : errors.GroupBy(error => error.Location.SourceTree!);
    }

    private static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("PolicyGate.Compiled", [Parse(Scope, ""), .. trees], ReferenceAssemblies.All, Options);

    private static SyntaxTree Parse(string text, string file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ClassOptions, file);
}
