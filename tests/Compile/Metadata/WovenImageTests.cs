using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Compile.Metadata;
using PolicyGate.Compile.Weaving;
using Instruction = Mono.Cecil.Cil.Instruction;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>What weaving has made of an image is checked as well: it may call the meters, and nothing else that is new.</summary>
public sealed class WovenImageTests
{
    private static readonly Permissions Woven = Permissions.OfWoven(MeterIds.All);
    private static readonly byte[] Plain = Weaver.Weave(EmittedImage.Plain);

    [Fact]
    public void Woven_code_is_allowed() => Refused(Plain).ShouldBeEmpty();

    [Fact]
    public void Calls_of_the_meters_are_refused_before_weaving() =>
        EmittedImage.Check(Plain).ShouldContain(refusal => refusal.Message.Contains("PolicyGate.Metering", StringComparison.Ordinal));

    [Fact]
    public void A_woven_image_that_calls_what_is_not_listed_is_refused() =>
        Refused(ChangedImage.Of(Plain, image => image.Insert(Instruction.Create(
            OpCodes.Call, ChangedImage.Static(image.Of("System", "GC"), "Collect", image.Module.TypeSystem.Void)))))
            .ShouldContain("System.GC.Collect is not among the members that policies may use");

    /// <summary>A policy that could begin a budget would never come to the end of one.</summary>
    [Fact]
    public void A_woven_image_that_calls_what_only_the_host_calls_is_refused() =>
        Refused(ChangedImage.Of(Plain, image =>
        {
            AssemblyNameReference meters = image.Module.AssemblyReferences.Single(reference => reference.Name == "PolicyGate.Metering");
            TypeReference meter = new("PolicyGate.Metering", "Meter", image.Module, meters);
            TypeReference spending = new("PolicyGate.Metering", "Spending", image.Module, meters);
            image.Insert(Instruction.Create(OpCodes.Call, ChangedImage.Static(meter, "End", spending)), Instruction.Create(OpCodes.Pop));
        }))
            .ShouldContain("PolicyGate.Metering.Meter.End is not among the members that policies may use");

    private static IEnumerable<string> Refused(byte[] image) =>
        MetadataCheck.Check([.. image], EmittedImage.Classes, Woven).Select(refusal => refusal.Message);
}
