using PolicyGate.Compile.Metadata;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>Bytes that make no sense are refused; they neither throw nor take for ever.</summary>
public sealed class DamagedImageTests
{
    [Fact]
    public void The_image_that_is_damaged_here_passes_as_it_is() => EmittedImage.Check(EmittedImage.Plain).ShouldBeEmpty();

    [Fact]
    public void Every_image_that_is_cut_short_in_its_metadata_is_refused()
    {
        for (int length = 0; length < EmittedImage.Plain.Length / 2; length += 13)
        {
            EmittedImage.Check(EmittedImage.Plain[..length]).ShouldNotBeEmpty($"cut to {length} bytes");
        }
    }

    /// <summary>Many bytes are those of names or of the file's header, so that not each change is a damage.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void Images_with_flipped_bytes_get_an_answer(int flips)
    {
        Random random = new(flips);
        int refused = 0;
        for (int round = 0; round < 700; round++)
        {
            byte[] damaged = [.. EmittedImage.Plain];
            for (int flip = 0; flip < flips; flip++)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            }

            refused += EmittedImage.Check(damaged).IsEmpty ? 0 : 1;
        }

        refused.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Bytes_that_are_no_image_are_refused_as_a_whole()
    {
        MetadataRefusal refusal = EmittedImage.Check([.. Enumerable.Range(0, 5000).Select(n => (byte)(n * 31))]).ShouldHaveSingleItem();
        refusal.PolicyClass.ShouldBeNull();
    }
}
