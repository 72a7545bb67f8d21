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
    private readonly string copied;

    /// <param name="source">As its author wrote it.</param>
    /// <param name="text">The same without directives, which would move with the members.</param>
    private PolicyScript(PolicySource source, string text)
    {
        Source = source;
        written = SourceText.From(text, Encoding.UTF8);
        copied = text;
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

    /// <summary>Without the names that only the rewritten script has.</summary>
    private string Message(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture)
            .Replace($"{CompiledName.Namespace}.", "", StringComparison.Ordinal)
            .Replace($"{CompiledName.Of(Source.Id)}.", "", StringComparison.Ordinal);
        return diagnostic.Id is "CS0103" or "CS0234" or "CS0246" && Instead.OfMissing(message) is { } hint ? $"{message}: {hint}" : message;
    }

    private void Write(CompilationUnitSyntax root)
    {
        ScriptLayout layout = ScriptLayout.Of(root);
        foreach (UsingDirectiveSyntax directive in root.Usings)
        {
            Copy(directive, []);
        }

        string name = CompiledName.Of(Source.Id);
        generated.Append($"namespace {CompiledName.Namespace};\n");
        WriteBeside(layout, name);
        generated.Append($"static class {name}\n{{\n");
        string source = SymbolDisplay.FormatLiteral(Source.Text, quote: true);
        generated.Append($"public const string {CompiledName.SourceField} = {source};\n");
        foreach (MemberDeclarationSyntax member in layout.Members)
        {
            CopyAsMember(member, isShared: !layout.Beside.IsEmpty);
        }

        generated.Append($"public static global::PolicyGate.Authoring.Policy {CompiledName.Factory}()\n{{\n");
        foreach (MemberDeclarationSyntax member in layout.Statements)
        {
            CopyAsStatement(member);
        }

        generated.Append("}\n}\n");
    }

    /// <summary>
    /// Classes that cannot stand inside the policy's are local to its file, so that no other policy has them, and see
    /// what is in the policy's class.
    /// </summary>
    private void WriteBeside(ScriptLayout layout, string name)
    {
        if (layout.Beside.IsEmpty)
        {
            return;
        }

        generated.Append($"using static {name};\n");
        foreach (MemberDeclarationSyntax type in layout.Beside)
        {
            Copy(type, [Before(type, "file "), .. Without(type, IsAccessibility)]);
        }
    }

    /// <summary>
    /// Nothing at the top of a script is for others, whatever it says. All that is there is equally accessible, so that
    /// no type is less so than what uses it.
    /// </summary>
    /// <param name="member">The member to copy.</param>
    /// <param name="isShared">Classes beside the policy's use it too.</param>
    private void CopyAsMember(MemberDeclarationSyntax member, bool isShared)
    {
        bool isStatic = member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
            || member.Modifiers.Any(SyntaxKind.StaticKeyword)
            || member.Modifiers.Any(SyntaxKind.ConstKeyword);

        // An extension method that other policies could reach would take part in their calls.
        string accessibility = isShared && !ScriptLayout.IsExtension(member) ? "internal " : "";
        Copy(member, [Before(member, accessibility + (isStatic ? "" : "static ")), .. Without(member, IsAccessibility)]);
    }

    private void CopyAsStatement(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case GlobalStatementSyntax statement when IsTrailingExpression(statement):
                generated.Append("return ");
                Copy(member, []);
                generated.Append(";\n");
                break;
            case FieldDeclarationSyntax variable:
                Copy(member, [.. Without(member, IsFieldModifier), .. InitialValues(variable)]);
                break;
            default:
                Copy(member, [.. Without(member, IsAccessibility)]);
                break;
        }
    }

    /// <summary>In a script, a variable has a value from the start.</summary>
    private static IEnumerable<Change> InitialValues(FieldDeclarationSyntax variable) =>
        variable.Declaration.Variables
            .Where(one => one.Initializer is null)
            .Select(one => Inserted(one.Span.End, " = default!"));

    private static Change Before(MemberDeclarationSyntax member, string text)
    {
        SyntaxToken first = member.AttributeLists.Count > 0
            ? member.AttributeLists.Last().GetLastToken().GetNextToken()
            : member.GetFirstToken();
        return Inserted(first.SpanStart, text);
    }

    private static IEnumerable<Change> Without(MemberDeclarationSyntax member, Predicate<SyntaxToken> unwanted) =>
        member.Modifiers
            .Where(modifier => unwanted(modifier))
            .Select(modifier => new Change(modifier.SpanStart, modifier.Span.End, ""));

    private static bool IsAccessibility(SyntaxToken modifier) =>
        SyntaxFacts.IsAccessibilityModifier(modifier.Kind()) || modifier.IsKind(SyntaxKind.FileKeyword);

    private static bool IsFieldModifier(SyntaxToken modifier) =>
        IsAccessibility(modifier) || modifier.IsKind(SyntaxKind.ReadOnlyKeyword);

    /// <summary>
    /// Sums of hash codes overflow, as their authors mean them to. Checked, they would now and then throw.
    /// </summary>
    private static IEnumerable<Change> WrappingHashCodes(SyntaxNode node) =>
        node.DescendantNodesAndSelf()
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.ValueText == nameof(GetHashCode))
            .SelectMany(Wrapping);

    private static IEnumerable<Change> Wrapping(MethodDeclarationSyntax method) => method switch
    {
        { Body: { } body } =>
            [Inserted(body.OpenBraceToken.Span.End, " unchecked {"), Inserted(body.CloseBraceToken.SpanStart, "}")],
        { ExpressionBody.Expression: not ThrowExpressionSyntax and { } value } =>
            [Inserted(value.SpanStart, "unchecked("), Inserted(value.Span.End, ")")],
        _ => [],
    };

    private static Change Inserted(int at, string text) => new(at, at, text);

    private void Copy(SyntaxNode node, ImmutableArray<Change> changes)
    {
        int start = node.FullSpan.Start;
        foreach (Change change in changes.Concat(WrappingHashCodes(node)).OrderBy(change => change.Start))
        {
            Copy(start, change.Start);
            generated.Append(change.Text);
            start = change.End;
        }

        Copy(start, node.FullSpan.End);
        generated.Append('\n');
    }

    private void Copy(int start, int end)
    {
        stretches.Add(new(generated.Length, start, end - start));
        generated.Append(copied, start, end - start);
    }

    /// <summary>Other text in place of a stretch of the script, in their order.</summary>
    private readonly record struct Change(int Start, int End, string Text);

    private readonly record struct Stretch(int Generated, int Written, int Length);
}
