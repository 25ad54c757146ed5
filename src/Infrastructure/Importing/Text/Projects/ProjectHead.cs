using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// Reads the lines above a project's first section: name, responsible unit, nature, strategy and owners. Each is a
/// label with its value in the same line, in the next cell or in the next line.
/// </summary>
internal sealed partial class ProjectHead
{
    /// <summary>The length up to which the text of a strategy is searched for numbers.</summary>
    private const int LongestValue = 300;

    private const int LongestLabel = 40;

    private enum Label
    {
        Name,
        Unit,
        Nature,
        Strategy,
        Owners,
    }

    private static readonly (Label Label, Concept Words)[] Labels =
    [
        (Label.Name, Concept.ProjectName),
        (Label.Unit, Concept.ResponsibleUnit),
        (Label.Nature, Concept.Nature),
        (Label.Owners, Concept.Owners),
    ];

    private readonly Dictionary<Label, Passage> values = Enum.GetValues<Label>()
        .ToDictionary(label => label, _ => new Passage());
    private List<Label> open = [Label.Name];
    private Cell? numbered;

    private ProjectHead() { }

    public static ProjectHead Read(IEnumerable<Row> rows)
    {
        var head = new ProjectHead();
        foreach (var row in rows)
            head.Take(row);
        head.QuestionNature();
        head.QuestionStrategies();
        return head;
    }

    /// <summary>The number printed with the name: "โครงการที่ ๑"; null if none is printed.</summary>
    public int? Number { get; private set; }

    /// <summary>The name in the chapter, without the word "โครงการ" in front.</summary>
    public Passage Name => values[Label.Name];

    public Passage Unit => values[Label.Unit];

    public Passage Strategy => values[Label.Strategy];

    public Passage Owners => values[Label.Owners];

    /// <summary>Continuing, unless the project is printed as new.</summary>
    public ProjectNature Nature => PrintedNature.Of(values[Label.Nature].Text) ?? ProjectNature.Continuing;

    /// <summary>The number printed with the strategy; null if there is none, or several.</summary>
    public int? StrategyNumber => NamesStrategies ? null : StrategyReference?.Number;

    /// <summary>The strategy's name; null if none is printed.</summary>
    public string? StrategyName
    {
        get
        {
            var from = NamesStrategies ? 0 : StrategyReference?.End ?? 0;
            var name = Strategy.Text[from..].Trim(' ', ':', '-', '.', ')');
            return name.Length == 0 ? null : Limits.Name(name);
        }
    }

    /// <summary>The strategy's name; with its number, if that is not the number of the strategy that was found.</summary>
    public string? StrategyPrinted(int found) =>
        StrategyNumber is { } number && number != found ? Limits.Name(Strategy.Text) : StrategyName;

    /// <summary>The first number of a strategy, and where it ends in the text.</summary>
    private (int Number, int End)? StrategyReference
    {
        get
        {
            var text = Strategy.Text;
            for (var i = 0; i < Math.Min(text.Length, LongestValue); i++)
            {
                if (Terms.Numbered(Concept.StrategyNumber, text[i..]) is var (number, length))
                    return (number, i + length);
            }

            if (Terms.Numbered(Concept.ItemNumber, text) is var (item, end))
                return (item, end);
            return OnlyNumber().Match(ThaiNumber.ToArabicDigits(text)) is { Success: true } match
                ? (int.Parse(match.Value, CultureInfo.InvariantCulture), match.Length)
                : null;
        }
    }

    /// <summary>Whether several strategies are named: "กลยุทธ์ที่ ๑ และ ๒".</summary>
    private bool NamesStrategies
    {
        get
        {
            if (StrategyReference is not var (number, end))
                return false;
            var rest = ThaiNumber.ToArabicDigits(Strategy.Text[end..]);
            return AlsoNumber().IsMatch(rest)
                || Enumerable
                    .Range(0, Math.Min(rest.Length, LongestValue))
                    .Any(i => Terms.Numbered(Concept.StrategyNumber, rest[i..]) is var (other, _) && other != number);
        }
    }

    /// <summary>Reports a number in the project's heading that is not the project's.</summary>
    public void SettleNumber(int number, ProjectDocument project)
    {
        if (Number == number)
            numbered!.Use(project, "number");
        else
            numbered?.Question(ExpectedValue.Nothing);
    }

    /// <summary>The unit's name, without that of the office in front; null if none is printed.</summary>
    public string? UnitName
    {
        get
        {
            var text = Unit.Text;
            var office = OfficeName.In(text).Select(one => one.End).DefaultIfEmpty(0).Max();
            var unit = UnitText().Match(text, Math.Min(office, text.Length));
            if (!unit.Success && office > 0)
                return null;
            var name = OfficeBehind().Replace(unit.Success ? text[unit.Index..] : text, "").Trim(' ', ':', ',');
            return name.Length == 0 ? null : Limits.Name(name);
        }
    }

    /// <summary>Names with positions as printed, without duplicates.</summary>
    public IReadOnlyList<ProjectOwnerDocument> OwnersRead(SourceMap sources) => ProjectOwners.Of(Owners, sources);

    private void Take(Row row)
    {
        var filled = row.Filled.ToList();
        var tail = "";
        Cell? tailCell = null;
        for (var i = 0; i < filled.Count; i++)
        {
            var cell = filled[i];
            var text = cell.Flat;
            if (i == 0 && Number is null && Terms.Numbered(Concept.ProjectNumber, Unnumbered(text)) is var (number, _))
                (Number, numbered) = (number, cell);
            if (i > 1 && i + 1 < filled.Count && LabelOnly(text) is { } beside)
                (open, text) = ([beside], "");

            var labels = i == 0 ? LabelsAtStartOf(ref text) : [];
            if (labels.Count > 0 && IsLongerWord(filled, text))
                (labels, text, open) = ([], cell.Flat, []);
            else if (labels.Count > 0)
                open = labels;
            else if (i == 0 && (IsOtherLabel(row, filled) || EndsValue(row, filled)))
                open = [];
            if (labels.Count > 0 && text.Length > 0 && i + 1 < filled.Count && !BeginsWithNumber(labels[^1], text))
                (tail, tailCell) = (text, cell);
            else
                Give(text, cell);
        }

        if (tailCell is not null)
            Give(tail, tailCell);
    }

    /// <summary>
    /// Whether the first cell of several begins with the words of a label and goes on as another one:
    /// "ยุทธศาสตร์ชาติ | ยุทธศาสตร์ที่ ๑".
    /// </summary>
    private static bool IsLongerWord(List<Cell> filled, string rest) =>
        filled.Count > 1
        && rest.Length > 0
        && char.IsLetter(rest[0])
        && filled[0].Flat.Length > rest.Length
        && filled[0].Flat[^(rest.Length + 1)] is not (' ' or ':' or '：');

    /// <summary>Whether a cell is a heading of a table of owners, or the number of one.</summary>
    private static bool IsOfOwnerTable(Cell cell) =>
        OwnerHead().IsMatch(cell.Flat) || Terms.Are(Concept.Counter, cell.Flat) || Marker.IsNumber(cell.Flat);

    /// <summary>
    /// Whether a row of a table has a label that is not known in front of its value; neither belongs to the label above.
    /// </summary>
    private static bool IsOtherLabel(Row row, List<Cell> filled) =>
        row.Table is not null
        && filled is [{ Index: 0, Marker: null, Flat.Length: <= LongestLabel }, _]
        && !filled[0].Flat.Any(char.IsDigit)
        && !ProjectOwners.Begin(filled[0].Flat);

    /// <summary>
    /// Whether a row without a label does not belong to the value above: it follows a blank line, or has the cells of a
    /// table, and begins with no person. The name of a project may go on after a page break.
    /// </summary>
    private bool EndsValue(Row row, List<Cell> filled) =>
        (row.Table is null ? row.AfterBlank : filled.Count > 2)
        && open.Exists(label => label != Label.Name && !values[label].IsEmpty)
        && !filled.Exists(cell => ProjectOwners.Begin(Unnumbered(cell.Flat)));

    /// <summary>The label that a cell consists of; null if it is something else.</summary>
    private static Label? LabelOnly(string text) =>
        LabelAt(text) is var (label, length) && length > 0 && text[length..].Trim().Length == 0 ? label : null;

    /// <summary>Reports a nature that is printed and not understood.</summary>
    private void QuestionNature()
    {
        if (!values[Label.Nature].IsEmpty && PrintedNature.Of(values[Label.Nature].Text) is null)
            values[Label.Nature].Last.Question(ExpectedValue.Word);
    }

    /// <summary>Reports several strategies, because a project belongs to one.</summary>
    private void QuestionStrategies()
    {
        if (NamesStrategies)
            Strategy.Last.Question(ExpectedValue.Nothing);
    }

    /// <summary>Assigns a text to the open label; if two labels are open, each gets its own.</summary>
    private void Give(string text, Cell cell)
    {
        if (open.Count == 0)
            return;
        if (text.Length == 0)
        {
            cell.Use();
            return;
        }

        if (open[^1] == Label.Owners && IsOfOwnerTable(cell))
        {
            cell.Use(cell.Flat);
            return;
        }

        if (open.Contains(Label.Nature) && open.Count > 1 && NatureAt(text) is { } length)
        {
            values[Label.Nature].Append(text[..length].Trim(), cell);
            text = text[length..].Trim();
        }

        values[open[^1]].Append(text, cell);
    }

    /// <summary>The labels at the beginning of a text; they are removed from the text.</summary>
    private static List<Label> LabelsAtStartOf(ref string text)
    {
        var labels = new List<Label>();
        while (true)
        {
            var rest = labels.Count == 0 ? Unnumbered(text) : text;
            if (LabelAt(rest) is not var (label, length))
                return labels;
            labels.Add(label);
            text = rest[length..].Trim();
            if (length == 0)
                return labels;
        }
    }

    private static string Unnumbered(string text) =>
        Marker.At(text) is { Depth: > 0 } marker ? text[marker.Length..] : text;

    /// <summary>
    /// The label that a text begins with, and its length with the number of a project and the colon behind it; 0 for a
    /// value without its label: "กลยุทธ์ที่ 1 …".
    /// </summary>
    private static (Label Label, int Length)? LabelAt(string text)
    {
        if (Terms.Numbered(Concept.ProjectNumber, text) is var (_, number))
            return (Label.Name, number + BehindNumber().Match(text[number..]).Length);
        if (StrategyAt(text) is { } at)
            return (Label.Strategy, at);
        foreach (var (label, words) in Labels)
        {
            if (Terms.At(words, text) is { } length && IsLabel(label, text[length..]))
                return (label, length + Colon().Match(text[length..]).Length);
        }

        return null;
    }

    /// <summary>
    /// The length of a strategy's label: up to the words in front of its number, which are part of the value. Null if
    /// the text does not begin with such a label.
    /// </summary>
    private static int? StrategyAt(string text)
    {
        if (Terms.At(Concept.Strategy, text) is not { } length)
            return null;
        for (var i = 0; i <= length; i++)
        {
            if (
                Terms.Numbered(Concept.StrategyNumber, text[i..]) is not null
                || (i > 0 && Terms.Numbered(Concept.ItemNumber, text[i..]) is not null)
            )
                return i;
        }

        length = Math.Max(length, OfficeName.In(text).Select(one => one.End).DefaultIfEmpty(0).Max());
        if (Provinces.AtStartOf(text[length..]) is { Name.Length: var province })
            length += province + Area().Match(text[(length + province)..]).Length;
        if (Terms.At(Concept.ItemNumber, text[length..]) is { } words)
        {
            if (text[(length + words)..].Trim(' ', ':').Length > 0)
                return null;
            length = text.Length;
        }

        return length + Colon().Match(text[length..]).Length;
    }

    /// <summary>Whether a value begins in the cell of its label: "กลยุทธ์ที่ ๑ | พัฒนาครู".</summary>
    private static bool BeginsWithNumber(Label label, string text) =>
        label == Label.Strategy
        && (Terms.Numbered(Concept.StrategyNumber, text) ?? Terms.Numbered(Concept.ItemNumber, text)) is not null;

    /// <summary>Whether the words are a label: "โครงการใหม่" is a nature.</summary>
    private static bool IsLabel(Label label, string rest) =>
        label != Label.Name || NatureAt(rest) is not { } length || !EndsNature(rest[length..].Trim());

    private static bool EndsNature(string rest) => rest.Length == 0 || Terms.At(Concept.Strategy, rest) is not null;

    private static int? NatureAt(string text) =>
        Terms.At(Concept.NewProject, text) ?? Terms.At(Concept.ContinuingProject, text);

    [GeneratedRegex(@"^(ชื่อ\s*[-–/]?\s*(นาม)?(สกุล)?|ตำแหน่ง)\z")]
    private static partial Regex OwnerHead();

    [GeneratedRegex(@"^\s*[:：]?\s*")]
    private static partial Regex Colon();

    [GeneratedRegex(@"^\s*[.)]?\s*[:：]?\s*")]
    private static partial Regex BehindNumber();

    /// <summary>The number of an office's area behind its province.</summary>
    [GeneratedRegex(@"^\s*เขต\s*[0-9๐-๙]{1,2}")]
    private static partial Regex Area();

    [GeneratedRegex(@"^[0-9]{1,3}(?=[.):\s]|\z)")]
    private static partial Regex OnlyNumber();

    /// <summary>A further number behind the first: "และ ๒", ", ๓", "- ๔".</summary>
    [GeneratedRegex(@"^\s*(และ|กับ|ถึง|,|/|-|–)\s*(ข้อ)?\s*(ที่)?\s*[0-9]")]
    private static partial Regex AlsoNumber();

    /// <summary>The name of the office behind that of its unit.</summary>
    [GeneratedRegex(@"\s+(สพ[ปมท]\s?\.|สำนักงานเขตพื้นที่).*\z")]
    private static partial Regex OfficeBehind();

    [GeneratedRegex("กลุ่ม|หน่วย|งาน(?=[ก-๙])")]
    private static partial Regex UnitText();
}
