using System.Text.RegularExpressions;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Projects;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>
/// Reads a published plan, whatever the form of its file: text with tables under the headings that such plans have. It relies on words,
/// numbers and order, never on line numbers, and reports the source of everything and the lines that were not used.
/// </summary>
internal sealed partial class PlanDocumentReader
{
    private readonly SourceMap sources = new();
    private readonly IReadOnlyList<Row> all;

    /// <summary>The rows without those of page numbers, headers and footers.</summary>
    private readonly IReadOnlyList<Row> rows;
    private readonly IReadOnlyList<Row> hidden;
    private readonly PlanOutline outline;

    private PlanDocumentReader(IReadOnlyList<Row> all, IReadOnlyList<Row> rows, IReadOnlyList<Row> hidden)
    {
        (this.all, this.rows, this.hidden) = (all, rows, hidden);
        outline = PlanOutline.Of(rows);
    }

    public static Result<PlanFileText> Open(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var text = DocumentForms.Read(content, cancellationToken);
        if (text.Error is { } refusal)
            return refusal;
        var hidden = text.Value.Where(row => row.IsHidden).ToList();
        var shown = text.Value.Where(row => !row.IsHidden).ToList();
        var pageLines = PageLines.Of([.. shown.Where(row => !row.IsPageLine)]);
        pageLines.UnionWith(shown.Where(row => row.IsPageLine));
        IReadOnlyList<Row> rows = [.. shown.Where(row => !pageLines.Contains(row))];
        Tables.Join(rows);
        var faults = new List<PlanFault>();
        var office = OfficeName.Of(rows);
        var title = PlanTitle.Of(rows);
        if (office is null)
            faults.Add(
                new PlanFault(
                    "",
                    new LocalText(
                        "names no office in full: \"สำนักงานเขตพื้นที่การศึกษาประถมศึกษา…\" or \"…มัธยมศึกษา…\" with its province.",
                        "ไม่พบชื่อเต็มของสำนักงาน คือ “สำนักงานเขตพื้นที่การศึกษาประถมศึกษา…” หรือ “…มัธยมศึกษา…” พร้อมชื่อจังหวัด"
                    )
                )
            );
        if (title is null)
            faults.Add(
                new PlanFault(
                    "",
                    new LocalText(
                        "names no fiscal year: \"ปีงบประมาณ พ.ศ. …\".",
                        "ไม่พบปีงบประมาณของแผน เช่น “ปีงบประมาณ พ.ศ. …”"
                    )
                )
            );
        if (faults.Count > 0)
            return new PlanFileRefused(faults);
        var (name, printed) = office!.Value;
        return new PlanFileText(
            name.Code,
            cancellation => new PlanDocumentReader(shown, rows, hidden).Read(name, printed, title!, cancellation)
        )
        {
            Rows = new RowTexts(text.Value),
        };
    }

    private PlanFile Read(OfficeName name, Cell printed, PlanTitle title, CancellationToken cancellation)
    {
        var office = new OfficeReader(name, printed, sources);
        office.ReadUnits(outline.Chunks);
        var (datasets, surveys) = new StatisticsReader(outline.Chunks, title.FiscalYear, sources).Read();
        cancellation.ThrowIfCancellationRequested();
        var strategies = new StrategicPlanReader(outline.Chunks, sources);
        var projects = new ProjectsReader(outline, title.FiscalYear, sources);
        var calendar = CalendarTable.Read(outline.Chunks.SelectMany(chunk => chunk.Tables), title.FiscalYear, sources);
        var direction = strategies.Read(title.FiscalYear);
        cancellation.ThrowIfCancellationRequested();
        var read = projects.Read(direction.Strategies, office.UnitOf);
        var listed = ListedBudgets.Read(outline, read, direction.Strategies, title.FiscalYear);
        cancellation.ThrowIfCancellationRequested();
        var plan = new DevelopmentPlanDocument(title.FiscalYear, Limits.Name(title.Text.Text), read)
        {
            FocusPoints = List(HeadingKind.FocusPoints),
            Needs = List(HeadingKind.Needs),
            Calendar = calendar,
        };
        foreach (var cell in rows.SelectMany(row => row.Cells).Where(cell => IsOfTitlePage(cell, name)))
            cell.Use(name.Name);
        var whole = plan with { Sections = SectionReader.Read(outline.Chunks, plan.Title, sources) };
        whole.At(sources, title.Text).At(sources, title.Text, "title");
        foreach (var missing in projects.WithoutChapter)
            sources.Add(whole, $"projects/{missing.Number}", missing.Cell.Source);
        var file = new PlanFile(
            office.Read(rows, datasets, read),
            projects.WithoutStrategy ? StrategicPlanReader.WithoutStrategy(direction, sources) : direction,
            whole
        )
        {
            NeedsSurveys = surveys,
            Datasets = datasets,
            Sources = sources,
        };
        NumberAccount.Settle(rows, file);
        var reading = ReadingLog.Of(all, [.. outline.Contents, .. all.Except(rows)], hidden);
        return file with { Reading = reading with { Listed = listed } };
    }

    private IReadOnlyList<NumberedTextDocument> List(HeadingKind kind) =>
        outline.Chunks.FirstOrDefault(chunk => chunk.Kind == kind) is { } chunk
            ? ItemList.Documents(ItemList.Of(chunk.TextCells), sources)
            : [];

    /// <summary>
    /// Lines that contain only the name of the office or of its parent agency carry no further information.
    /// </summary>
    private static bool IsOfTitlePage(Cell cell, OfficeName name) =>
        !cell.Used
        && cell.Row.Table is null
        && (
            Parent().IsMatch(cell.Flat)
            || ThaiNumber.ToArabicDigits(Markup.Squeeze(cell.Text))
                == ThaiNumber.ToArabicDigits(Markup.Squeeze(name.Name))
        );

    [GeneratedRegex(@"^(สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน|กระทรวงศึกษาธิการ)(\s+กระทรวงศึกษาธิการ)?\z")]
    private static partial Regex Parent();
}
