using PolicyGate.Isolation.Protocol;

namespace PolicyGate.Isolation.Tests.Protocol;

public sealed class FrameStreamTests
{
    private static readonly byte[] Secret = FrameStream.NewSecret();

    [Fact]
    public void A_frame_comes_through()
    {
        MemoryStream pipe = Written(Secret);

        (Message message, byte[] payload) = new FrameStream(pipe, Secret).Read()!;

        message.ShouldBe(Message.Answers);
        payload.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void The_end_between_frames_is_the_end() =>
        new FrameStream(new MemoryStream(), Secret).Read().ShouldBeNull();

    [Fact]
    public void A_frame_with_another_secret_is_refused() =>
        Should.Throw<ProtocolException>(() => new FrameStream(Written(FrameStream.NewSecret()), Secret).Read());

    [Fact]
    public void A_frame_that_is_cut_off_anywhere_is_refused()
    {
        byte[] whole = Written(Secret).ToArray();
        for (int length = 1; length < whole.Length; length++)
        {
            using MemoryStream cut = new(whole[..length]);
            Should.Throw<ProtocolException>(() => new FrameStream(cut, Secret).Read(), $"after {length} bytes");
        }
    }

    [Fact]
    public void A_length_that_is_not_meant_is_refused_before_anything_is_allocated()
    {
        byte[] frame = [.. Secret, 0xFF, 0xFF, 0xFF, 0x7F, (byte)Message.Answers];

        Should.Throw<ProtocolException>(() => new FrameStream(new MemoryStream(frame), Secret).Read());
    }

    private static MemoryStream Written(byte[] secret)
    {
        MemoryStream pipe = new();
        new FrameStream(pipe, secret).Write(Message.Answers, new byte[] { 1, 2, 3 });
        pipe.Position = 0;
        return pipe;
    }
}
