using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using PolicyGate.Compile.Metadata;
using PolicyGate.Compile.Symbols;
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

    private static readonly Lazy<Permissions> WovenPermissions = new(() => Permissions.OfWoven(MeterIds.All));

    /// <summary>What is in scope in every policy without being written.</summary>
    public const string Scope = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Globalization;
        global using System.Linq;
        global using System.Text;
        global using System.Text.RegularExpressions;
        global using PolicyGate.Authoring;
        global using PolicyGate.Model.Assessments;
        global using PolicyGate.Model.Changes;
        global using PolicyGate.Model.Delivery;
        global using PolicyGate.Model.Estates;
        global using PolicyGate.Model.Kubernetes;
        global using PolicyGate.Model.Nodes;
        global using static PolicyGate.Authoring.Controls;
        global using static PolicyGate.Authoring.Verdicts;
        global using static PolicyGate.Model.Assessments.Severity;
        global using Environment = PolicyGate.Model.Estates.Environment;
        """;

    /// <param name="sources">All policies of one assembly.</param>
    /// <param name="metered">Whether they draw on the budget of their thread, which the host then has to begin.</param>
    public static CompiledPolicies Compile(IEnumerable<PolicySource> sources, bool metered = false) =>
        Compile(sources, Permissions.OfEmitted, metered);

    /// <param name="sources">All policies of one assembly.</param>
    /// <param name="permissions">What the emitted code may refer to.</param>
    /// <param name="metered">Whether they draw on the budget of their thread.</param>
    internal static CompiledPolicies Compile(IEnumerable<PolicySource> sources, Permissions permissions, bool metered = false)
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

        byte[] image = Emit(scripts, permissions, diagnostics, metered);
        return new(image, diagnostics);
    }

    private static IEnumerable<(PolicySource, PolicyScript?, ImmutableArray<PolicyDiagnostic>)> Rewritten(
        IEnumerable<PolicySource> sources) =>
        sources.AsParallel().AsOrdered().Select(source =>
        {
            (PolicyScript? script, ImmutableArray<PolicyDiagnostic> errors) = PolicyScript.Rewrite(source);
            return (source, script, errors);
        });

    /// <summary>Policies that do not compile or are refused are left out, and the others compiled without them.</summary>
    private static byte[] Emit(
        Dictionary<SyntaxTree, PolicyScript> scripts,
        Permissions permissions,
        Dictionary<string, PolicyDiagnostic[]> diagnostics,
        bool metered)
    {
        while (scripts.Count > 0)
        {
            using MemoryStream image = new();
            CSharpCompilation compilation = Compilation(scripts.Keys);
            EmitResult result = compilation.Emit(image, options: new EmitOptions(includePrivateMembers: true));
            IReadOnlyDictionary<SyntaxTree, ImmutableArray<Diagnostic>> refused =
                result.Success ? SymbolCheck.Check(compilation, scripts.Keys) : BrokenTrees(result, scripts);
            byte[] emitted = image.ToArray();
            ImmutableArray<MetadataRefusal> refusals = refused.Count > 0
                ? []
                : !result.Success ? [.. Unlocated(result)]
                : MetadataCheck.Check(ImmutableCollectionsMarshal.AsImmutableArray(emitted), new(scripts.Values.Select(script => script.Source)), permissions);
            if (refused.Count == 0 && refusals.IsEmpty && (!metered || TryWeave(ref emitted, scripts, out refusals)))
            {
                return emitted;
            }

            LeaveOut(refused, scripts, diagnostics);
            if (!LeaveOut(refusals, compilation, scripts, diagnostics))
            {
                LeaveOutCulprits(refusals, scripts, permissions, diagnostics, metered);
            }
        }

        return [];
    }

    /// <summary>
    /// What belongs to no policy in particular, such as an image that makes no sense: each half is compiled by itself, and
    /// its halves again, until the policies are found of which it comes. When it comes of several only together, all of
    /// them are left out.
    /// </summary>
    private static void LeaveOutCulprits(
        ImmutableArray<MetadataRefusal> refusals,
        Dictionary<SyntaxTree, PolicyScript> scripts,
        Permissions permissions,
        Dictionary<string, PolicyDiagnostic[]> diagnostics,
        bool metered)
    {
        int before = diagnostics.Count;
        if (scripts.Count > 1)
        {
            foreach (KeyValuePair<SyntaxTree, PolicyScript>[] half in scripts.Chunk((scripts.Count + 1) / 2))
            {
                Emit(new(half), permissions, diagnostics, metered);
            }
        }

        bool isFound = diagnostics.Count > before;
        foreach ((SyntaxTree tree, PolicyScript script) in scripts)
        {
            if (isFound ? diagnostics.ContainsKey(script.Source.Id) : diagnostics.TryAdd(script.Source.Id, [.. refusals.Select(refusal => At(refusal, script, null))]))
            {
                scripts.Remove(tree);
            }
        }
    }

    /// <summary>
    /// Puts the calls of the meters in, and checks again what will be loaded. A policy that no budget can bound is refused.
    /// </summary>
    private static bool TryWeave(
        ref byte[] image, Dictionary<SyntaxTree, PolicyScript> scripts, out ImmutableArray<MetadataRefusal> refusals)
    {
        PolicyClasses policies = new(scripts.Values.Select(script => script.Source));
        try
        {
            image = Weaver.Weave(image, policies);
            refusals = [.. MetadataCheck.Check(ImmutableCollectionsMarshal.AsImmutableArray(image), policies, WovenPermissions.Value)
                .Select(refusal => refusal with { Method = 0 })];
        }
        catch (WeavingException refusal)
        {
            refusals = [new(policies.OwnerOf(refusal.Type), refusal.Message) { IsOfBudget = true, Method = refusal.Method }];
        }

        return refusals.IsEmpty;
    }

    private static void LeaveOut(
        IReadOnlyDictionary<SyntaxTree, ImmutableArray<Diagnostic>> refused,
        Dictionary<SyntaxTree, PolicyScript> scripts,
        Dictionary<string, PolicyDiagnostic[]> diagnostics)
    {
        foreach ((SyntaxTree tree, ImmutableArray<Diagnostic> errors) in refused)
        {
            PolicyScript script = scripts[tree];
            diagnostics[script.Source.Id] = [.. errors.Select(script.Located)];
            scripts.Remove(tree);
        }
    }

    /// <summary>Leaves out the policies that are named, if any are: what else was found may then have been theirs too.</summary>
    /// <returns>False when there are refusals that belong to no policy in particular, and no others.</returns>
    private static bool LeaveOut(
        ImmutableArray<MetadataRefusal> refusals,
        CSharpCompilation compilation,
        Dictionary<SyntaxTree, PolicyScript> scripts,
        Dictionary<string, PolicyDiagnostic[]> diagnostics)
    {
        int before = scripts.Count;
        Lazy<EmittedPlaces> places = new(() => EmittedPlaces.Of(compilation));
        ILookup<string?, MetadataRefusal> byClass = refusals.ToLookup(refusal => refusal.PolicyClass);
        foreach ((SyntaxTree tree, PolicyScript script) in scripts)
        {
            ImmutableArray<MetadataRefusal> found = [.. byClass[CompiledName.Of(script.Source.Id)]];
            if (!found.IsEmpty)
            {
                diagnostics[script.Source.Id] = [.. found.Select(refusal => At(refusal, script, places.Value.In(tree, refusal.Method)))];
                scripts.Remove(tree);
            }
        }

        return refusals.IsEmpty || scripts.Count < before;
    }

    private static PolicyDiagnostic At(MetadataRefusal refusal, PolicyScript script, Location? place) => place is null
        ? new(script.Source.File, 1, 1, refusal.Code, refusal.Text)
        : script.Located(Refusals.At(place, refusal.Code, refusal.Text));

    private static Dictionary<SyntaxTree, ImmutableArray<Diagnostic>> BrokenTrees(
        EmitResult result, Dictionary<SyntaxTree, PolicyScript> scripts) =>
        Errors(result)
            .Where(error => error.Location.SourceTree is { } tree && scripts.ContainsKey(tree))
            .GroupBy(error => error.Location.SourceTree!)
            .ToDictionary(tree => tree.Key, tree => tree.ToImmutableArray());

    /// <summary>What the compiler says of all policies together, such as that their texts do not fit into one image.</summary>
    private static IEnumerable<MetadataRefusal> Unlocated(EmitResult result) =>
        Errors(result)
            .Select(error => new MetadataRefusal(null, error.GetMessage(CultureInfo.InvariantCulture)))
            .DefaultIfEmpty(new(null, "the compiler made nothing of it"));

    private static IEnumerable<Diagnostic> Errors(EmitResult result) =>
        result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("PolicyGate.Compiled", [Parse(Scope, ""), .. trees], ReferenceAssemblies.All, Options);

    private static SyntaxTree Parse(string text, string file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ClassOptions, file);
}
