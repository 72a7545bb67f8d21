namespace PolicyGate.Isolation.Protocol;

/// <summary>The other side does not keep to the protocol: nothing that it said can be believed.</summary>
public sealed class ProtocolException(string message) : Exception(message);
