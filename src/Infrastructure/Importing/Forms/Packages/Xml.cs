using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

/// <summary>
/// XML of office files. Names are compared without their namespaces, which differ between the editions of a format.
/// </summary>
internal static class Xml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    public static XElement Load(Stream stream)
    {
        using var reader = Open(stream);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The children of the first element of a name, one after the other, so that only one is in memory.</summary>
    public static IEnumerable<XElement> ChildrenOf(Stream stream, string parent, CancellationToken cancellationToken)
    {
        using var reader = Open(stream);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.Element && reader.LocalName == parent)) { }

        if (reader.EOF || reader.IsEmptyElement)
            yield break;
        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
                yield return (XElement)XNode.ReadFrom(reader);
            else
                reader.Read();
        }
    }

    public static bool Is(this XElement element, string name) => element.Name.LocalName == name;

    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static string? Get(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(one => one.Name.LocalName == name && !one.IsNamespaceDeclaration)?.Value;

    /// <summary>The number in an attribute; null if there is none.</summary>
    public static int? Number(this XElement? element, string name) =>
        int.TryParse(Get(element, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The value "val" of a child: &lt;w:ilvl w:val="2"/&gt;.</summary>
    public static string? Value(this XElement? element, string child) => element.Child(child).Get("val");

    /// <summary>Whether a child switches something on: it is there, and its value is not "0", "false" or "off".</summary>
    public static bool IsOn(this XElement? element, string child) =>
        element.Child(child) is { } found && found.Get("val") is not ("0" or "false" or "off" or "none");
}
