// Its function is public, which gives other policies nothing.
public static int Shared() => 1;

Verdict Judge(Node node) => Fail(node, nameof(System.IO.File) + nameof(DateTime.Now) + nameof(Random) + Shared());

public sealed class Theirs
{
    public static int One() => 1;
}
