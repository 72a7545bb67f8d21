using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyGate.Compile;
using PolicyGate.Compile.Lists;

namespace PolicyGate.Metering.Tests;

/// <summary>A price for a member that does not exist is a typing error, and leaves the real member with another price.</summary>
public sealed class CostListTests
{
    private static readonly CSharpCompilation Library = CSharpCompilation.Create("library", references: ReferenceAssemblies.All);

    [Fact]
    public void Every_price_is_of_a_member_that_exists() =>
        DataLines.Of("costs").Select(line => line.Id).Where(id => !Exists(id)).ShouldBeEmpty();

    [Fact]
    public void No_member_has_two_prices() =>
        DataLines.Of("costs").GroupBy(line => line.Id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();

    [Fact]
    public void Every_replacement_is_of_a_member_that_exists() =>
        typeof(Meter).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(InPlaceOfAttribute), inherit: false))
            .Select(attribute => ((InPlaceOfAttribute)attribute).Member)
            .Where(id => !Exists(id))
            .ShouldBeEmpty();

    private static bool Exists(string id)
    {
        ImmutableArray<ISymbol> symbols = DocumentationCommentId.GetSymbolsForDeclarationId(id, Library);
        return symbols.Length == 1;
    }
}
