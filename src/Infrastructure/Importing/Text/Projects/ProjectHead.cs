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

    private static readonly (Label Label, Concept Words)[] Labels =
    [
        (Label.Name, Concept.ProjectName),
        (Label.Unit, Concept.ResponsibleUnit),
        (Label.Nature, Concept.Nature),
        (Label.Strategy, Concept.Strategy),
        (Label.Owners, Concept.Owners),
    ];

    private readonly Dictionary<Label, Passage> values = Enum.GetValues<Label>()
        .ToDictionary(label => label, _ => new Passage());
    private List<Label> open = [Label.Name];

    private ProjectHead() { }

    public static ProjectHead Read(IEnumerable<Row> rows)
    {
        var head = new ProjectHead();
        foreach (var row in rows)
            head.Take(row);
        head.QuestionNature();
        return head;
    }

    /// <summary>The name in the chapter, without the word "โครงการ" in front.</summary>
    public Passage Name => values[Label.Name];

    public Passage Unit => values[Label.Unit];

    public Passage Strategy => values[Label.Strategy];

    public Passage Owners => values[Label.Owners];

    /// <summary>Continuing, unless the project is printed as new.</summary>
    public ProjectNature Nature => NatureOf(values[Label.Nature].Text) ?? ProjectNature.Continuing;

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

    /// <summary>The strategy's name; with its number, if that is not the number of the strategy that was found.</summary>
    public string? StrategyPrinted(int found) =>
        StrategyNumber is { } number && number != found ? Limits.Name(Strategy.Text) : StrategyName;

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
            var name = (unit.Success ? text[unit.Index..] : text).Trim(' ', ':', ',');
            return name.Length == 0 ? null : Limits.Name(name);
        }
    }

    /// <summary>Names with positions as printed, without duplicates.</summary>
    public IReadOnlyList<ProjectOwnerDocument> OwnersRead(SourceMap sources) => ProjectOwners.Of(Owners, sources);

    /// <summary>
    /// The nature by its word; if both words are printed, by the only ticked box. Null if neither decides it.
    /// </summary>
    private static ProjectNature? NatureOf(string text)
    {
        var ticked = Ticked().Matches(text).Select(match => match.Groups["new"].Success).Distinct().ToList();
        if (ticked.Count == 1)
            return ticked[0] ? ProjectNature.New : ProjectNature.Continuing;
        var (isNew, goesOn) = (Terms.Occur(Concept.NewProject, text), Terms.Occur(Concept.ContinuingProject, text));
        return isNew == goesOn || ticked.Count > 1 ? null
            : isNew ? ProjectNature.New
            : ProjectNature.Continuing;
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

    /// <summary>Reports a nature that is printed and not understood.</summary>
    private void QuestionNature()
    {
        if (!values[Label.Nature].IsEmpty && NatureOf(values[Label.Nature].Text) is null)
            values[Label.Nature].Last.Question(ExpectedValue.Word);
    }

    /// <summary>Assigns a text to the open label; if two labels are open, each gets its own.</summary>
    private void Give(string text, Cell cell)
    {
        if (text.Length == 0)
        {
            cell.Use();
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
            var rest = labels.Count == 0 && Marker.At(text) is { Depth: 1 } marker ? text[marker.Length..] : text;
            if (LabelAt(rest) is not var (label, length))
                return labels;
            labels.Add(label);
            text = rest[length..].Trim();
        }
    }

    /// <summary>The label that a text begins with, and its length with the colon behind it.</summary>
    private static (Label Label, int Length)? LabelAt(string text)
    {
        foreach (var (label, words) in Labels)
        {
            if (Terms.At(words, text) is { } length && IsLabel(label, text[length..]))
                return (label, length + Colon().Match(text[length..]).Length);
        }

        return null;
    }

    /// <summary>
    /// Whether the words are a label: "โครงการใหม่" is a nature, and "กลยุทธ์ที่ 1" the value of a strategy.
    /// </summary>
    private static bool IsLabel(Label label, string rest) =>
        label switch
        {
            Label.Name => NatureAt(rest) is not { } length || !EndsNature(rest[length..].Trim()),
            Label.Strategy => !rest.TrimStart().StartsWith("ที่", StringComparison.Ordinal),
            _ => true,
        };

    private static bool EndsNature(string rest) => rest.Length == 0 || Terms.At(Concept.Strategy, rest) is not null;

    private static int? NatureAt(string text) =>
        Terms.At(Concept.NewProject, text) ?? Terms.At(Concept.ContinuingProject, text);

    [GeneratedRegex(@"^\s*[:：]?\s*")]
    private static partial Regex Colon();

    [GeneratedRegex(
        @"(☑|☒|✓|✔|■|\(\s*[/xX✓✔]\s*\)|\[\s*[/xX✓✔]\s*\])\s*(โครงการ)?\s*((?<new>ใหม่)|ต่อเนื่อง)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Ticked();

    [GeneratedRegex(@"(กลยุทธ์|ยุทธศาสตร์)(ที่)?\s*(?<number>[0-9]{1,3})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex StrategyText();

    [GeneratedRegex("กลุ่ม|หน่วย|งาน(?=[ก-๙])")]
    private static partial Regex UnitText();
}
