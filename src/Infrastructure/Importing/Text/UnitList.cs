using System.Text.RegularExpressions;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>A unit in the office's own list.</summary>
/// <param name="Number">0 if none is printed.</param>
/// <param name="NumberCell">Where the number is printed; null if it is not an item's own.</param>
internal readonly record struct ListedUnit(int Number, string Name, Cell Cell, Cell? NumberCell);

/// <summary>
/// The office's own list of its units: items "กลุ่ม…" and "หน่วย…", numbered from 1; or with other marks, below a heading
/// of the office's structure. They may be in a table there, or in one sentence.
/// </summary>
internal static partial class UnitList
{
    private const int FewestUnits = 3;
    private const int LongestUnit = 120;

    /// <summary>The units of a section; empty if it does not list them.</summary>
    public static IReadOnlyList<ListedUnit> Of(Chunk chunk)
    {
        var isStructure = Terms.Occur(Concept.Structure, chunk.Heading.Title);
        var lines = chunk.TextCells.Select(LineOf).OfType<Item>().ToList();
        if (lines.Exists(line => line.Marker.Depth > 0))
            lines.RemoveAll(line => line.Marker.Depth == 0);
        if (IsList(lines, isStructure))
            return Units(lines);
        if (!isStructure)
            return [];
        var sentence = chunk.TextCells.Select(InSentence).FirstOrDefault(list => IsList(list, isStructure));
        return sentence is not null
            ? Units(sentence).ConvertAll(unit => unit with { NumberCell = null })
            : chunk.Tables.Select(InTable).FirstOrDefault(list => list.Count >= FewestUnits) ?? [];
    }

    private static bool IsList(List<Item> items, bool isStructure) =>
        items.Count >= FewestUnits && (items[0].Marker.Depth > 0 ? items[0].Marker.Parts[^1] == 1 : isStructure);

    private static List<ListedUnit> Units(List<Item> items) =>
        items.ConvertAll(item => new ListedUnit(
            item.Marker.Parts.LastOrDefault(),
            item.Name,
            item.Cell,
            item.Marker.Depth == 1 ? item.Cell : null
        ));

    /// <summary>A line with a mark and a unit. The number may have no full stop.</summary>
    private static Item? LineOf(Cell cell)
    {
        if (cell.Flat.Length > LongestUnit)
            return null;
        var bare = BareNumber().Match(cell.Flat);
        var marker = bare.Success ? Marker.At($"{bare.Groups["number"].Value}. ก") : cell.Marker;
        return marker is not null && NameIn(cell.Flat[(bare.Success ? bare.Length : marker.Length)..]) is { } name
            ? new Item(marker, name, cell)
            : null;
    }

    /// <summary>"แบ่งเป็น 3 กลุ่ม ได้แก่ 1) กลุ่มอำนวยการ 2) กลุ่ม…"</summary>
    private static List<Item> InSentence(Cell cell)
    {
        var first = FirstOfSentence().Match(cell.Flat);
        return first.Success
            ?
            [
                .. from item in InlineItems.Of(cell.Flat[first.Index..])
                let name = NameIn(item.Text)
                where item.Marker is { Depth: > 0 } && name is not null
                select new Item(item.Marker, name, cell),
            ]
            : [];
    }

    private static List<ListedUnit> InTable(Table table)
    {
        var units = new List<ListedUnit>();
        foreach (var row in table.Rows)
        {
            if (
                row.Filled.FirstOrDefault(cell => NameIn(cell.Flat) is not null) is { Index: 1 } cell
                && Numbers.OfItem(row.First.Flat) is { } number and > 0
            )
                units.Add(new ListedUnit(number, NameIn(cell.Flat)!, cell, row.First));
        }

        return units;
    }

    /// <summary>The name of a unit without the number of its staff behind it; null for another text.</summary>
    private static string? NameIn(string text)
    {
        text = text.Trim(' ', ',');
        return Terms.Begin(Concept.Unit, text) ? Joint().Replace(Staff().Replace(text, ""), "") : null;
    }

    /// <summary>A line, or a part of a sentence, with a mark and the name of a unit.</summary>
    private readonly record struct Item(Marker Marker, string Name, Cell Cell);

    [GeneratedRegex(@"^(?<number>[0-9๐-๙]{1,2}) +(?=(กลุ่ม|หน่วย)[ก-๎])", RegexOptions.ExplicitCapture)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(?<=\s)\(?[1๑][.)]\s?(?=กลุ่ม|หน่วย)")]
    private static partial Regex FirstOfSentence();

    [GeneratedRegex(@"\s*\(?(จำนวน)?\s*[0-9๐-๙]{1,3}\s*(คน|อัตรา)\)?\z")]
    private static partial Regex Staff();

    [GeneratedRegex(@"\s*และ\z")]
    private static partial Regex Joint();
}
