using System.Globalization;
using PolicyGate.Compile.Weaving;
using PolicyGate.Tests;

namespace PolicyGate.Metering.Tests;

/// <summary>
/// Woven code gets the same hash codes whatever was hashed before, and from another load of the same assembly. Those of
/// texts are the worker's to fix.
/// </summary>
public sealed class HashTests
{
    private static readonly string Written = File.ReadAllText(Repository.At("tests", "Metering", "hashes", "identities.cs"));

    [Fact]
    public void Woven_code_gets_the_same_hash_codes()
    {
        byte[] woven = Weaver.Weave(Snippet.Compile(Written));

        string said = Snippet.Run(woven, Budget.Default).Said;

        said.Split(' ').ShouldAllBe(number => IsNumber(number), said);
        Snippet.Run(woven, Budget.Default).Said.ShouldBe(said);
    }

    [Fact]
    public void Without_weaving_they_differ()
    {
        byte[] image = Snippet.Compile(Written);

        Snippet.Run(image).ShouldNotBe(Snippet.Run(image));
    }

    private static bool IsNumber(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out int _);
}
