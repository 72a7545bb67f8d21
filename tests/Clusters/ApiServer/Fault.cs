namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>What goes wrong with one answer on its way.</summary>
internal abstract record Fault
{
    public sealed record Late(TimeSpan By) : Fault;

    /// <summary>The connection is reset, after so much of the answer.</summary>
    /// <param name="After">From 0 to 1.</param>
    public sealed record Reset(double After) : Fault;

    /// <summary>Somebody else answers.</summary>
    public sealed record Instead(int Status, string Body, string Header = "X-Nothing: here") : Fault;

    /// <summary>Half of it comes.</summary>
    public sealed record Half(HalfAnswer As) : Fault;
}

/// <summary>How half an answer looks.</summary>
internal enum HalfAnswer
{
    /// <summary>The whole length was announced.</summary>
    Announced,

    /// <summary>It says that it is all.</summary>
    Pretended,

    /// <summary>In chunks, without the last.</summary>
    Chunked,

    /// <summary>Compressed, and the length of the half was announced.</summary>
    Compressed,
}
