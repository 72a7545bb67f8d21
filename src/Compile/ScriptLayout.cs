using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile;

/// <summary>Where each part of a script goes, so that it means in a class what its author meant.</summary>
/// <param name="Beside">
/// Static classes with extension methods or extension blocks: C# wants them outside of other classes
/// (https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/extension-declarations).
/// </param>
/// <param name="Members">Types, constants, static fields, and functions that use no variable of the script.</param>
/// <param name="Statements">The rest in the order in which it runs.</param>
internal sealed record ScriptLayout(
    ImmutableArray<MemberDeclarationSyntax> Beside,
    ImmutableArray<MemberDeclarationSyntax> Members,
    ImmutableArray<MemberDeclarationSyntax> Statements)
{
    public static ScriptLayout Of(CompilationUnitSyntax root)
    {
        ImmutableHashSet<MemberDeclarationSyntax> local = [.. LocalFunctions(root)];
        ILookup<Place, MemberDeclarationSyntax> places = root.Members.ToLookup(member => PlaceOf(member, local));
        return new([.. places[Place.Beside]], [.. places[Place.Member]], InOrder([.. places[Place.Statement]]));
    }

    /// <summary>Whether it is a variable of the script, and not a constant or a static field.</summary>
    public static bool IsVariable(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax
        && !member.Modifiers.Any(SyntaxKind.ConstKeyword)
        && !member.Modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>An extension method, which is a member of a static class.</summary>
    public static bool IsExtension(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { ParameterList.Parameters: [{ } first, ..] }
        && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    private enum Place
    {
        Beside,
        Member,
        Statement,
    }

    private static Place PlaceOf(MemberDeclarationSyntax member, ImmutableHashSet<MemberDeclarationSyntax> local) => member switch
    {
        GlobalStatementSyntax => Place.Statement,
        ClassDeclarationSyntax type when HoldsExtensions(type) => Place.Beside,
        _ when IsVariable(member) || local.Contains(member) => Place.Statement,
        _ => Place.Member,
    };

    private static bool HoldsExtensions(ClassDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.StaticKeyword)
        && type.Members.Any(member => member is ExtensionBlockDeclarationSyntax || IsExtension(member));

    /// <summary>
    /// Functions that use variables of the script become local functions, and so do those that use these. Names decide:
    /// a name that happens to be the same makes a function local that need not be, which does it no harm.
    /// </summary>
    private static IEnumerable<MethodDeclarationSyntax> LocalFunctions(CompilationUnitSyntax root)
    {
        HashSet<string> names = [.. VariablesOf(root)];
        List<(MethodDeclarationSyntax Function, ImmutableHashSet<string> Uses)> open =
            [.. root.Members.OfType<MethodDeclarationSyntax>().Where(IsInstance).Select(function => (function, UsesOf(function)))];
        while (open.Find(one => names.Contains(one.Function.Identifier.ValueText) || one.Uses.Overlaps(names)) is { Function: { } found } use)
        {
            names.Add(found.Identifier.ValueText);
            open.Remove(use);
            yield return found;
        }
    }

    private static bool IsInstance(MethodDeclarationSyntax function) =>
        !function.Modifiers.Any(SyntaxKind.StaticKeyword) && !IsExtension(function);

    /// <summary>Those declared by themselves, and those that deconstructions, patterns and out arguments declare.</summary>
    private static IEnumerable<string> VariablesOf(CompilationUnitSyntax root)
    {
        IEnumerable<SyntaxNode> statements = root.Members
            .Where(member => member is GlobalStatementSyntax || IsVariable(member))
            .SelectMany(member => member.DescendantNodes());
        return statements.Select(NameDeclaredBy).OfType<string>();
    }

    private static string? NameDeclaredBy(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The names that it uses, but for those of its parameters, of members of something and of arguments.</summary>
    private static ImmutableHashSet<string> UsesOf(MethodDeclarationSyntax function)
    {
        IEnumerable<string> uses = function.DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not (NameColonSyntax or MemberBindingExpressionSyntax)
                && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name))
            .Select(name => name.Identifier.ValueText);
        return [.. uses.Except(function.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText))];
    }

    /// <summary>
    /// Variables that stand after the <c>return</c> move before it: what stands there never runs, and nobody writes a
    /// variable in order not to have it.
    /// </summary>
    private static ImmutableArray<MemberDeclarationSyntax> InOrder(ImmutableArray<MemberDeclarationSyntax> statements)
    {
        int end = statements.TakeWhile(statement => statement is not GlobalStatementSyntax { Statement: ReturnStatementSyntax }).Count();
        ILookup<bool, MemberDeclarationSyntax> after = statements.Skip(end).ToLookup(IsVariable);
        return [.. statements.Take(end), .. after[true], .. after[false]];
    }
}
