using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Word;

/// <summary>The parts of tables, inside of whatever wraps them, without those that a tracked change removes.</summary>
internal static class Cells
{
    public static IEnumerable<XElement> RowsOf(XElement table) =>
        Within(table, "tr").Where(row => row.Child("trPr").Child("del") is null);

    public static IEnumerable<XElement> Of(XElement row) =>
        Within(row, "tc").Where(cell => cell.Child("tcPr").Child("cellDel") is null);

    /// <summary>Whether a table only frames text: each of its rows is one cell.</summary>
    public static bool IsFrame(XElement table) => RowsOf(table).All(row => Of(row).Skip(1).FirstOrDefault() is null);

    /// <summary>Whether a cell is merged with the one above it, or with the one before it.</summary>
    public static bool IsContinued(XElement cell) =>
        cell.Child("tcPr") is { } properties && (Continues(properties, "vMerge") || Continues(properties, "hMerge"));

    private static bool Continues(XElement properties, string merge) =>
        properties.Child(merge) is { } found && found.Get("val") is null or "continue";

    /// <summary>What stands in a cell, a text box or the body: paragraphs and tables, in their order.</summary>
    public static IEnumerable<XElement> BlocksOf(XElement parent) => Within(parent, "p", "tbl");

    private static IEnumerable<XElement> Within(XElement parent, params string[] names)
    {
        foreach (var child in parent.Elements())
        {
            if (Array.IndexOf(names, child.Name.LocalName) >= 0)
            {
                yield return child;
                continue;
            }

            if (Inside(child) is not { } wrapper)
                continue;
            foreach (var found in Within(wrapper, names))
                yield return found;
        }
    }

    /// <summary>What a wrapper wraps; null if it is none, or if it is removed or only a hint to fill it in.</summary>
    private static XElement? Inside(XElement element) =>
        element.Name.LocalName switch
        {
            "sdt" => element.Child("sdtPr").IsOn("showingPlcHdr") ? null : element.Child("sdtContent"),
            "ins" or "moveTo" or "customXml" or "smartTag" => element,
            "AlternateContent" => Runs.Alternative(element),
            _ => null,
        };
}
