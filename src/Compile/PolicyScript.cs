using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicyGate.Compile.Source;
using PolicyGate.Compile.Symbols;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile;

/// <summary>
/// A policy's script rewritten as a class of an ordinary compilation, so that many policies compile at once. Scripts
/// keep script syntax: types and functions in any order, then <c>return new Policy…</c>. What the class adds stands
/// between copied stretches, whose origin is kept, so that every diagnostic is shown where the author wrote the text.
/// </summary>
internal sealed class PolicyScript
{
    private static readonly CSharpParseOptions ScriptOptions =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    private readonly StringBuilder generated = new();
    private readonly List<Stretch> stretches = [];
    private readonly SourceText written;

    /// <param name="source">As its author wrote it.</param>
    /// <param name="text">The same without directives, which would move with the members.</param>
    private PolicyScript(PolicySource source, string text)
    {
        Source = source;
        written = SourceText.From(text, Encoding.UTF8);
    }

    public PolicySource Source { get; }

    public string Text => generated.ToString();

    /// <summary>Rewrites a script; diagnostics instead when it is refused, does not parse or has no <c>return</c>.</summary>
    public static (PolicyScript? Script, ImmutableArray<PolicyDiagnostic> Diagnostics) Rewrite(PolicySource source)
    {
        (string text, ImmutableArray<PolicyDiagnostic> refusals) = SourceCheck.Check(source);
        if (!refusals.IsEmpty)
        {
            return (null, refusals);
        }

        PolicyScript script = new(source, text);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(script.written, ScriptOptions, source.File);
        ImmutableArray<PolicyDiagnostic> errors =
            [.. tree.GetDiagnostics().Where(IsError).Select(error => script.Located(error, error.Location.SourceSpan.Start))];
        if (!errors.IsEmpty)
        {
            return (null, errors);
        }

        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        refusals = [.. SyntaxCheck.Check(root).Select(refusal => script.Located(refusal, refusal.Location.SourceSpan.Start))];
        if (!refusals.IsEmpty)
        {
            return (null, refusals);
        }

        if (!root.Members.OfType<GlobalStatementSyntax>().Any(IsResult))
        {
            return (null, [new(source.File, 1, 1, "PG0001", "a policy ends with `return new Policy<Subject> { … };`")]);
        }

        script.Write(root);
        return (script, []);
    }

    /// <summary>A compiler's diagnostic at the place where the author wrote what it is about.</summary>
    public PolicyDiagnostic Located(Diagnostic diagnostic)
    {
        int at = diagnostic.Location.SourceSpan.Start;
        Stretch origin = stretches.LastOrDefault(stretch => stretch.Generated <= at, stretches[0]);
        int offset = origin.Written + Math.Clamp(at - origin.Generated, 0, origin.Length);
        return Located(diagnostic, offset);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static bool IsResult(GlobalStatementSyntax statement) =>
        statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax { Expression: not null }) || IsTrailingExpression(statement);

    /// <summary>A script may end in an expression without a semicolon, which is its result.</summary>
    private static bool IsTrailingExpression(GlobalStatementSyntax statement) =>
        statement.Statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true };

    private PolicyDiagnostic Located(Diagnostic diagnostic, int offset)
    {
        LinePosition position = written.Lines.GetLinePosition(offset);
        return new(
            Source.File,
            position.Line + 1,
            position.Character + 1,
            diagnostic.Id,
            Message(diagnostic));
    }

    private static string Message(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return diagnostic.Id is "CS0103" or "CS0234" or "CS0246" && Instead.OfMissing(message) is { } hint ? $"{message}: {hint}" : message;
    }

    private void Write(CompilationUnitSyntax root)
    {
        ILookup<bool, MemberDeclarationSyntax> members = root.Members.ToLookup(member => IsClassMember(member, root));
        foreach (UsingDirectiveSyntax directive in root.Usings)
        {
            Copy(directive);
        }

        generated.Append($"namespace {CompiledName.Namespace};\nstatic class {CompiledName.Of(Source.Id)}\n{{\n");
        string source = SymbolDisplay.FormatLiteral(Source.Text, quote: true);
        generated.Append($"public const string {CompiledName.SourceField} = {source};\n");
        foreach (MemberDeclarationSyntax member in members[true])
        {
            CopyAsStatic(member);
        }

        generated.Append("public static global::PolicyGate.Authoring.Policy Create()\n{\n");
        foreach (MemberDeclarationSyntax member in members[false])
        {
            CopyAsStatement(member);
        }

        generated.Append("}\n}\n");
    }

    /// <summary>
    /// Functions become methods, which may be overloaded; but where the script has variables of its own they become
    /// local functions, so that they can see them.
    /// </summary>
    private static bool IsClassMember(MemberDeclarationSyntax member, CompilationUnitSyntax root) => member switch
    {
        GlobalStatementSyntax => false,
        FieldDeclarationSyntax field => IsSharedField(field),
        MethodDeclarationSyntax method =>
            method.Modifiers.Any(SyntaxKind.StaticKeyword)
            || !root.Members.OfType<FieldDeclarationSyntax>().Any(field => !IsSharedField(field)),
        _ => true,
    };

    private static bool IsSharedField(FieldDeclarationSyntax field) =>
        field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.StaticKeyword);

    private void CopyAsStatic(MemberDeclarationSyntax member)
    {
        bool isStatic = member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
            || member.Modifiers.Any(SyntaxKind.StaticKeyword)
            || member.Modifiers.Any(SyntaxKind.ConstKeyword);
        if (isStatic)
        {
            Copy(member);
            return;
        }

        SyntaxToken afterAttributes = member.AttributeLists.Count > 0
            ? member.AttributeLists.Last().GetLastToken().GetNextToken()
            : member.GetFirstToken();
        Copy(member.FullSpan.Start, afterAttributes.SpanStart);
        generated.Append("static ");
        Copy(afterAttributes.SpanStart, member.FullSpan.End);
        generated.Append('\n');
    }

    private void CopyAsStatement(MemberDeclarationSyntax member)
    {
        if (member is GlobalStatementSyntax statement && IsTrailingExpression(statement))
        {
            generated.Append("return ");
            Copy(member);
            generated.Append(";\n");
            return;
        }

        Copy(member);
    }

    private void Copy(SyntaxNode node)
    {
        Copy(node.FullSpan.Start, node.FullSpan.End);
        generated.Append('\n');
    }

    private void Copy(int start, int end)
    {
        stretches.Add(new(generated.Length, start, end - start));
        generated.Append(written.ToString(TextSpan.FromBounds(start, end)));
    }

    private readonly record struct Stretch(int Generated, int Written, int Length);
}
