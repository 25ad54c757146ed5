using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>Reads the captioned tables (ตารางที่ …) and the needs survey.</summary>
internal sealed class StatisticsReader(IReadOnlyList<Chunk> chunks, int fiscalYear, SourceMap sources)
{
    private const int CaptionLines = 4;

    /// <summary>Words in the line with a survey's day, those that say most first.</summary>
    private static readonly string[] DateWords = ["สำรวจ", "วันที่", "ข้อมูล"];

    private readonly List<DatasetDocument> datasets = [];
    private readonly List<NeedsSurveyDocument> surveys = [];

    public (IReadOnlyList<DatasetDocument> Datasets, IReadOnlyList<NeedsSurveyDocument> Surveys) Read()
    {
        foreach (var chunk in chunks)
        {
            if (chunk.Kind == HeadingKind.DataTable)
                TakeTable(chunk);
            else if (chunk.Kind == HeadingKind.Survey)
                TakeSurvey(chunk);
        }

        return (datasets, surveys);
    }

    private void TakeTable(Chunk chunk)
    {
        if (Caption(chunk) is not { } caption)
            return;
        var title = caption.IsEmpty ? $"ตารางที่ {chunk.Heading.Number}" : caption.Text;
        var day = DayIn(title);
        if (day is null && ThaiDate.PrintsDay(title))
            (CaptionCells(chunk).FirstOrDefault(PrintsDay) ?? chunk.HeadingRow!.First).Question(ExpectedValue.Date);
        var code = chunk.Heading.Number is { } number ? $"table-{number}" : "figures";
        foreach (var table in chunk.Tables)
        {
            var read = DatasetTable.Read(table, Code(code), title, day, sources);
            if (read is not null)
                datasets.Add(read.At(sources, caption));
        }
    }

    private void TakeSurvey(Chunk chunk)
    {
        if (Caption(chunk) is not { } caption)
            return;
        var dated = DatedLine(chunk);
        var day = dated is null ? null : DayIn(dated.Flat);
        var surveyedOn = day ?? new FiscalYear(fiscalYear).StartsOn;
        if (surveys.Exists(survey => survey.SurveyedOn == surveyedOn))
            return;
        var tables = chunk.Tables.ToList();
        var topics = tables.Find(SurveyTable.IsSurvey);
        var notes = tables.Find(SurveyTable.IsNotes);
        if (topics is null)
            return;
        var breakdown = notes is null
            ? null
            : SurveyTable.Notes(notes, Code("needs-survey-respondents"), $"หมายเหตุ : {caption.Text}", day, sources);
        var survey = SurveyTable.Topics(topics, breakdown, surveyedOn, sources);
        if (survey is null)
            return;
        if (day is not null)
            survey.At(sources, dated!, "surveyedOn");
        else
            dated?.Question(ExpectedValue.Date);
        surveys.Add(survey);
        if (DatasetTable.Read(topics, Code("needs-survey"), caption.Text, day, sources) is { } dataset)
            datasets.Add(dataset.At(sources, caption));
        if (breakdown is not null)
            datasets.Add(breakdown.At(sources, caption));
    }

    /// <summary>The caption, across the lines down to the table; null if no table follows.</summary>
    private static Passage? Caption(Chunk chunk)
    {
        var lines = CaptionCells(chunk).Skip(1).ToList();
        if (lines.Count > CaptionLines || lines.Count == chunk.Rows.Count)
            return null;
        var caption = new Passage(
            chunk.Kind == HeadingKind.DataTable ? chunk.Heading.Title : chunk.HeadingRow!.First.Flat,
            chunk.HeadingRow!.First
        );
        foreach (var line in lines)
            caption.Append(line.Flat, line);
        return caption;
    }

    private static IEnumerable<Cell> CaptionCells(Chunk chunk) =>
        chunk.Rows.TakeWhile(row => row.Table is null).Prepend(chunk.HeadingRow!).Select(row => row.First);

    /// <summary>The line with the day of a survey: one with a day before one with a month, one that says so before others.</summary>
    private static Cell? DatedLine(Chunk chunk) =>
        chunk
            .TextCells.Prepend(chunk.HeadingRow!.First)
            .Where(line =>
                DateWords.Any(word => line.Flat.Contains(word, StringComparison.Ordinal))
                && (PrintsDay(line) || ThaiDate.PrintsMonth(line.Flat))
            )
            .OrderByDescending(PrintsDay)
            .ThenByDescending(line => line.Flat.Contains(DateWords[0], StringComparison.Ordinal))
            .FirstOrDefault();

    private static bool PrintsDay(Cell cell) => ThaiDate.PrintsDay(cell.Flat);

    /// <summary>The first day in a text, or the day that is the whole text; null if there is none.</summary>
    private static DateOnly? DayIn(string text) =>
        ThaiDate.Day(text) ?? (ThaiPeriod.Of(text) is var (first, last) && first == last ? first : null);

    private string Code(string wanted)
    {
        var code = wanted;
        for (var n = 2; datasets.Exists(one => one.Code == code); n++)
            code = $"{wanted}-{n}";
        return code;
    }
}
