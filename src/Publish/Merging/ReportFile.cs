namespace PolicyGate.Publish.Merging;

/// <summary>A report to be merged.</summary>
/// <param name="Name">As whoever called named it; findings name it so.</param>
/// <param name="Path">Where it is.</param>
public sealed record ReportFile(string Name, string Path);
