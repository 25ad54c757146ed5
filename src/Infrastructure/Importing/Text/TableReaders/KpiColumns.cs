using System.Text.RegularExpressions;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>The columns of a table of success indicators, by the words above them.</summary>
internal sealed partial class KpiColumns
{
    public const int Name = 0;
    public const int Target = 1;
    public const int Method = 2;
    public const int Tool = 3;

    /// <summary>The unit of the target, where it has a column of its own.</summary>
    public const int Unit = 4;

    private readonly Cell?[] heads;
    private readonly Cell? counter;

    private KpiColumns(Cell?[] heads, Cell? counter) => (this.heads, this.counter) = (heads, counter);

    /// <summary>The unit in the heading of the targets: "ค่าเป้าหมาย (ร้อยละ)"; empty if there is none.</summary>
    public string TargetUnit => Bracket().Match(heads[Target]!.Flat).Groups["unit"].Value;

    /// <summary>Null if the row is not the header of such a table, which has at least names and targets.</summary>
    public static KpiColumns? Of(Row header)
    {
        var name = header.Filled.FirstOrDefault(cell =>
            Terms.Occur(Concept.Indicator, cell.Flat) && !Terms.Begin(Concept.Target, cell.Flat)
        );
        var target = Head(header, Concept.Target);
        return name is null || target is null
            ? null
            : new KpiColumns(
                [
                    name,
                    target,
                    Head(header, Concept.Method),
                    Head(header, Concept.Tool),
                    header.Filled.FirstOrDefault(cell => Terms.Are(Concept.MeasureUnit, cell.Flat)),
                ],
                header.Filled.FirstOrDefault(cell => Terms.Are(Concept.Counter, cell.Flat))
            );
    }

    /// <summary>Marks the recognised header cells as used; others are reported.</summary>
    public KpiColumns Use()
    {
        foreach (var head in heads.Append(counter))
            head?.Use();
        return this;
    }

    /// <summary>The cell of a row in one of the columns; null if the table does not have it.</summary>
    public Cell? In(Row row, int column) => heads[column] is { } head ? row[head.Index] : null;

    /// <summary>The name of an indicator with the number that is printed in a column of its own.</summary>
    public string NameIn(Row row, Cell name)
    {
        if (counter is null || name.Marker is not null || row[counter.Index] is not { IsEmpty: false } printed)
            return name.Text;
        var number = printed.Flat.TrimEnd('.', ')');
        if (Marker.At($"{number}. ก") is null)
            return name.Text;
        printed.Use(number);
        return $"{number}. {name.Text}";
    }

    [GeneratedRegex(
        @"\((หน่วย\s*:?\s*)?(?<unit>ร้อยละ|%|คน|แห่ง|ครั้ง|โรงเรียน|โครงการ|เรื่อง|เล่ม)\)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Bracket();

    private static Cell? Head(Row header, Concept concept) =>
        header.Filled.FirstOrDefault(cell => Terms.Begin(concept, cell.Flat));
}
