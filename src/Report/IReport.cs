using PolicyGate.Model.Assessments;

namespace PolicyGate.Report;

/// <summary>
/// One output format: a pure function of an assessment. The same assessment and context give the same bytes, on every
/// system and under every culture; lines end in a line feed.
/// </summary>
public interface IReport
{
    /// <summary>The name that <c>--output</c> takes.</summary>
    string Format { get; }

    /// <summary>It shows single verdicts, so the run has to keep them.</summary>
    bool NeedsJudgements => false;

    /// <summary>Writes the whole report. No text from a manifest, a policy or a file name is active in it.</summary>
    void Write(Assessment assessment, ReportContext context, TextWriter output);
}
