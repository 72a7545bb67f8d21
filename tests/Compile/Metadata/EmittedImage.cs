using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using PolicyGate.Compile.Metadata;
using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>Images as the compiler writes them, without the first check.</summary>
internal static class EmittedImage
{
    /// <summary>For compilations that are not made of policies.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Globalization;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        """;

    /// <summary>What a script ends with that is about something else.</summary>
    public const string AnyPolicy = """

        return new Policy<Environment>
        {
            Title = "t", Severity = High, Controls = [], Remediation = "r",
            Subjects = estate => estate.Environments, Evaluate = _ => NotApplicable("n"),
        };
        """;

    /// <summary>Some ordinary code to change for the worse: one policy's class with a method and a nested type.</summary>
    public static byte[] Plain { get; } = OfText("""
        namespace PolicyGate.Compiled
        {
            public static class P_a
            {
                public static readonly int[] Table = [1, 2, 3, 4, 5];
                public delegate int Count(string text);
                public static int Run(int n) { int sum = n; foreach (int i in Table) { sum += i; } return sum; }
                public class Box { public int Value; public virtual string Name => "x"; public event Action Rang; }
                public static Func<int, int> Make() => n => n + 1;
            }
        }
        """);

    public static byte[] OfText(string text) => Of([("", Usings), ("a.csx", text)], allowUnsafe: text.Contains("unsafe", StringComparison.Ordinal));

    /// <summary>The policies as the program compiles them.</summary>
    public static byte[] OfPolicies(IEnumerable<PolicySource> policies) =>
        Of([("", PolicyCompiler.Scope), .. policies.Select(policy => (policy.File, PolicyScript.Rewrite(policy).Script!.Text))], allowUnsafe: false);

    /// <summary>The policies of images that are written here by hand.</summary>
    public static PolicyClasses Classes { get; } = new([new("a", "a.csx", ""), new("b", "b.csx", "")]);

    public static ImmutableArray<MetadataRefusal> Check(byte[] image) => Check(image, Classes);

    public static ImmutableArray<MetadataRefusal> Check(byte[] image, PolicyClasses policies) =>
        MetadataCheck.Check([.. image], policies, Permissions.OfEmitted);

    /// <summary>The sections of a file beside this one: a heading, and the text up to the next.</summary>
    public static IEnumerable<(string Heading, string Text)> Sections(string file) =>
        File.ReadAllText(Repository.At("tests", "Compile", "Metadata", file)).ReplaceLineEndings("\n")
            .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', 2))
            .Select(parts => (parts[0], parts[1]));

    private static byte[] Of(IEnumerable<(string File, string Text)> texts, bool allowUnsafe)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "PolicyGate.Compiled",
            texts.Select(text => CSharpSyntaxTree.ParseText(text.Text, new CSharpParseOptions(LanguageVersion.CSharp14), text.File, Encoding.UTF8)),
            ReferenceAssemblies.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, allowUnsafe: allowUnsafe,
                deterministic: true, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image, options: new EmitOptions(includePrivateMembers: true));
        result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return image.ToArray();
    }
}
