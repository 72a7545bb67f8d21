using System.Xml;
using PolicyGate.Model;

namespace PolicyGate.Report.Text;

/// <summary>
/// Writes text into XML. Visible text has no character that XML forbids; the second of two equal signs that could make
/// a build server's command (<c>##[</c>, <c>::</c>) is written as a reference, which a reader of XML gives back.
/// </summary>
internal static class XmlText
{
    public static void Attribute(this XmlWriter xml, string name, string text)
    {
        xml.WriteStartAttribute(name);
        Write(xml, VisibleText.Line(text));
        xml.WriteEndAttribute();
    }

    /// <summary>Content of an element; line breaks stay.</summary>
    public static void Text(this XmlWriter xml, string text) => Write(xml, VisibleText.Block(text));

    private static void Write(XmlWriter xml, string text)
    {
        int written = 0;
        for (int index = 1; index < text.Length; index++)
        {
            if (text[index] is '#' or ':' && text[index] == text[index - 1])
            {
                xml.WriteString(text[written..index]);
                xml.WriteCharEntity(text[index]);
                written = index + 1;
            }
        }

        xml.WriteString(text[written..]);
    }
}
