using System.Xml;
using PolicyGate.Model.Assessments;
using PolicyGate.Report.Text;
using PolicyGate.Texts;

namespace PolicyGate.Report.JUnit;

/// <summary>
/// JUnit XML as Jenkins, GitLab and the usual actions read it
/// (<see href="https://github.com/testmoapp/junitxml">the dialects in one place</see>): a suite per environment, a case
/// per finding, and for each policy one case that says how many subjects were judged and how many passed.
/// </summary>
public sealed class JUnitReport : IReport
{
    public string Format => "junit";

    public bool NeedsJudgements => true;

    public void Write(Assessment assessment, ReportContext context, TextWriter output)
    {
        using XmlWriter xml = XmlWriter.Create(
            output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true });
        // Written by hand: the writer would name the encoding of the text writer, not of the file.
        xml.WriteRaw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        IReadOnlyList<JUnitSuite> suites = JUnitSuite.Of(assessment);
        xml.WriteStartElement("testsuites");
        xml.Attribute("name", $"PolicyGate: gate {assessment.Gate.Name()}");
        WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
        foreach (JUnitSuite suite in suites)
        {
            WriteSuite(xml, suite, assessment);
        }

        xml.WriteEndElement();
        xml.WriteRaw("\n");
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, Assessment assessment)
    {
        xml.WriteStartElement("testsuite");
        xml.Attribute("name", suite.Name);
        WriteCounts(xml, suite.Cases);
        xml.Attribute("timestamp", Wording.Instant(assessment.Now));
        foreach (JUnitCase testCase in suite.Cases)
        {
            WriteCase(xml, testCase);
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<JUnitCase> cases)
    {
        xml.Attribute("tests", Words.Number(cases.Count));
        xml.Attribute("failures", Words.Number(cases.Count(testCase => testCase.Result == JUnitResult.Failure)));
        xml.Attribute("errors", Words.Number(cases.Count(testCase => testCase.Result == JUnitResult.Error)));
        xml.Attribute("skipped", Words.Number(cases.Count(testCase => testCase.Result == JUnitResult.Skipped)));
        xml.Attribute("time", "0");
    }

    private static void WriteCase(XmlWriter xml, JUnitCase testCase)
    {
        xml.WriteStartElement("testcase");
        xml.Attribute("classname", testCase.Policy);
        xml.Attribute("name", testCase.Name);
        if (testCase.File.Length > 0)
        {
            xml.Attribute("file", testCase.File);
            xml.Attribute("line", Words.Number(testCase.Line));
        }

        xml.Attribute("time", "0");
        WriteResult(xml, testCase);
        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, JUnitCase testCase)
    {
        switch (testCase.Result)
        {
            case JUnitResult.Passed:
                xml.WriteStartElement("system-out");
                break;
            case JUnitResult.Skipped:
                xml.WriteStartElement("skipped");
                xml.Attribute("message", testCase.Message);
                break;
            case JUnitResult.Failure:
                WriteProblem(xml, "failure", testCase);
                break;
            case JUnitResult.Error:
                WriteProblem(xml, "error", testCase);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(testCase));
        }

        xml.Text(testCase.Details);
        xml.WriteEndElement();
    }

    private static void WriteProblem(XmlWriter xml, string element, JUnitCase testCase)
    {
        xml.WriteStartElement(element);
        xml.Attribute("message", testCase.Message);
        xml.Attribute("type", testCase.Severity);
    }
}
