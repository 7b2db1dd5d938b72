using System.Xml;
using System.Xml.Linq;

namespace Landfall.Operations.Documents.Writing;

/// <summary>Text for a tree of HTML, which escapes it.</summary>
internal static class HtmlText
{
    /// <summary>Gives a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <returns>Text, or a link where it leads to a page.</returns>
    public static XNode Of(Phrase phrase) => phrase.Page is { } link
        ? new XElement("a", new XAttribute("href", Clean(link)), Clean(phrase.Text))
        : new XText(Clean(phrase.Text));

    /// <summary>Leaves out what XML cannot have.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text; a dash in place of none, as an empty element of XML is an open one of HTML.</returns>
    public static string Clean(string text)
    {
        var clean = text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
        return clean.Length == 0 ? "–" : clean;
    }
}
