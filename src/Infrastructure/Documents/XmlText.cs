using System.Xml;

namespace TeacherDevPlan.Infrastructure.Documents;

/// <summary>Texts in XML and HTML.</summary>
public static class XmlText
{
    /// <summary>The text with a replacement character for each that XML cannot have.</summary>
    public static string Safe(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString())
        );
}
