using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// Reads the lines above a project's first section: name, responsible unit, nature, strategy and owners. Each is a
/// label with its value in the same line, in the next cell or in the next line.
/// </summary>
internal sealed partial class ProjectHead
{
    private enum Label
    {
        Name,
        Unit,
        Nature,
        Strategy,
        Owners,
    }

    private readonly Dictionary<Label, Passage> values = Enum.GetValues<Label>()
        .ToDictionary(label => label, _ => new Passage());
    private List<Label> open = [Label.Name];

    private ProjectHead() { }

    public static ProjectHead Read(IEnumerable<Row> rows)
    {
        var head = new ProjectHead();
        foreach (var row in rows)
            head.Take(row);
        return head;
    }

    /// <summary>The name in the chapter, without the word "โครงการ" in front.</summary>
    public Passage Name => values[Label.Name];

    public Passage Unit => values[Label.Unit];

    public Passage Strategy => values[Label.Strategy];

    public Passage Owners => values[Label.Owners];

    /// <summary>Continuing, unless the project is printed as new.</summary>
    public ProjectNature Nature =>
        values[Label.Nature].Text.Contains("ใหม่", StringComparison.Ordinal)
            ? ProjectNature.New
            : ProjectNature.Continuing;

    /// <summary>The number printed with the strategy, or null.</summary>
    public int? StrategyNumber =>
        StrategyText().Match(ThaiNumber.ToArabicDigits(Strategy.Text)) is { Success: true } match
            ? int.Parse(match.Groups["number"].Value, null)
            : null;

    /// <summary>The strategy's name; null if none is printed.</summary>
    public string? StrategyName
    {
        get
        {
            var match = StrategyText().Match(ThaiNumber.ToArabicDigits(Strategy.Text));
            var name = (match.Success ? Strategy.Text[(match.Index + match.Length)..] : Strategy.Text).Trim(
                ' ',
                ':',
                '-'
            );
            return name.Length == 0 ? null : Limits.Name(name);
        }
    }

    /// <summary>The unit's name, without that of the office in front; null if none is printed.</summary>
    public string? UnitName
    {
        get
        {
            var text = Unit.Text;
            var office = OfficeName.In(text).Select(one => one.Start + one.Name.Name.Length).DefaultIfEmpty(0).Max();
            var unit = UnitText().Match(text, Math.Min(office, text.Length));
            if (!unit.Success && office > 0)
                return null;
            var name = (unit.Success ? text[unit.Index..] : text).Trim(' ', ':', ',');
            return name.Length == 0 ? null : Limits.Name(name);
        }
    }

    /// <summary>Names with positions as printed, without duplicates.</summary>
    public IReadOnlyList<ProjectOwnerDocument> OwnersRead(SourceMap sources)
    {
        var owners = new List<ProjectOwnerDocument>();
        foreach (var text in OwnerTexts(Owners.Text))
        {
            var at = text.IndexOf("ตำแหน่ง", StringComparison.Ordinal);
            var name = (at < 0 ? text : text[..at]).Trim(' ', ',', ':', '-');
            var position = at < 0 ? "" : text[(at + "ตำแหน่ง".Length)..].Trim(' ', ',', ':');
            if (name.Length == 0 || owners.Exists(owner => owner.Name == name))
                continue;
            owners.Add(new ProjectOwnerDocument(Limits.Name(name), Limits.Name(position)).At(sources, Owners));
        }

        return owners;
    }

    /// <summary>
    /// Splits owners by their numbers or, if none are printed, by the titles in front of names, after a position.
    /// </summary>
    private static IEnumerable<string> OwnerTexts(string text)
    {
        var items = InlineItems.Of(text).Where(item => item.Text.Length > 0).ToList();
        return items.Count > 1 || items.Exists(item => item.Marker is not null)
            ? items.Select(item => item.Text)
            : PersonTitle().Split(text).Where(part => part.Trim().Length > 0);
    }

    private void Take(Row row)
    {
        var filled = row.Filled.ToList();
        var tail = "";
        Cell? tailCell = null;
        for (var i = 0; i < filled.Count; i++)
        {
            var cell = filled[i];
            var text = cell.Flat;
            var labels = i == 0 ? LabelsAtStartOf(ref text) : [];
            if (labels.Count > 0)
                open = labels;
            if (labels.Count > 0 && text.Length > 0 && i + 1 < filled.Count)
                (tail, tailCell) = (text, cell);
            else
                Give(text, cell);
        }

        if (tailCell is not null)
            Give(tail, tailCell);
    }

    /// <summary>Assigns a text to the open label; if two labels are open, each gets its own.</summary>
    private void Give(string text, Cell cell)
    {
        if (text.Length == 0)
        {
            cell.Use();
            return;
        }

        if (open.Contains(Label.Nature) && open.Count > 1 && Nature_().Match(text) is { Success: true } nature)
        {
            values[Label.Nature].Append(nature.Value, cell);
            text = text[nature.Length..].Trim();
        }

        values[open[^1]].Append(text, cell);
    }

    /// <summary>The labels at the beginning of a text; they are removed from the text.</summary>
    private static List<Label> LabelsAtStartOf(ref string text)
    {
        var labels = new List<Label>();
        while (true)
        {
            var rest = labels.Count == 0 && Marker.At(text) is { Depth: 1 } marker ? text[marker.Length..] : text;
            if (Labels_().Match(rest) is not { Success: true } match)
                return labels;
            labels.Add(
                match.Groups["name"].Success ? Label.Name
                : match.Groups["unit"].Success ? Label.Unit
                : match.Groups["nature"].Success ? Label.Nature
                : match.Groups["strategy"].Success ? Label.Strategy
                : Label.Owners
            );
            text = rest[match.Length..].Trim();
        }
    }

    [GeneratedRegex(
        @"^\s*((?<name>(ชื่อ)?โครงการ(?!(ใหม่|ต่อเนื่อง)\s*(\z|กลยุทธ์)))|(?<unit>หน่วยงาน(ที่)?รับผิดชอบ(โครงการ)?)|(?<nature>ลักษณะโครงการ)|(?<strategy>(สนอง|สอดคล้องกับ|ความสอดคล้องกับ)?\s*กลยุทธ์(ของ)?\s*(สพท|สพป|สพม|สำนักงานเขตพื้นที่การศึกษา|เขตพื้นที่การศึกษา)?\.?(?!\s*ที่))|(?<owners>ผู้รับผิดชอบ(โครงการ)?))\s*[:：]?\s*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Labels_();

    [GeneratedRegex(@"^\s*โครงการ(ใหม่|ต่อเนื่อง)")]
    private static partial Regex Nature_();

    [GeneratedRegex(@"กลยุทธ์(ที่)?\s*(?<number>[0-9]{1,3})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex StrategyText();

    [GeneratedRegex("กลุ่ม|หน่วย|งาน(?=[ก-๙])")]
    private static partial Regex UnitText();

    [GeneratedRegex(@"(?<=ตำแหน่ง.{2,200}\s)(?=(นาย|นางสาว|นาง|ว่าที่|ดร\.|จ่าเอก|จำเอก|สิบเอก|พันจ่า)[^\s])")]
    private static partial Regex PersonTitle();
}
