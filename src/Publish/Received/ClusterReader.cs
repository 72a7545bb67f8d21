namespace PolicyGate.Publish.Received;

/// <summary>Reads what a report says of one cluster.</summary>
internal static class ClusterReader
{
    public static ReceivedCluster Read(JsonPlace json) => new()
    {
        Context = json.Text("context", ReceivedLimits.ShortText),
        ServerVersion = json.OptionalText("serverVersion", ReceivedLimits.ShortText),
        TakenAt = json.OptionalInstant("takenAt"),
        Objects = json.Number("objects"),
        KindsRead = json.Number("kindsRead"),
        KindsUnknown =
        [
            .. json.Items("kindsUnknown", ReceivedLimits.Items).Select(kind => kind.Text("kind", ReceivedLimits.ShortText)),
        ],
        IsComplete = json.Flag("complete", otherwise: false),
    };
}
