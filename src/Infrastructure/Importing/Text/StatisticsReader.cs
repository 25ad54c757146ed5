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
        foreach (var table in chunk.Tables)
        {
            var read = DatasetTable.Read(
                table,
                Code($"table-{chunk.Heading.Number}"),
                title,
                ThaiDate.Day(title),
                sources
            );
            if (read is not null)
                datasets.Add(read.At(sources, caption));
        }
    }

    private void TakeSurvey(Chunk chunk)
    {
        if (Caption(chunk) is not { } caption)
            return;
        var day = chunk
            .TextCells.Where(cell => cell.Flat.Contains("วันที่", StringComparison.Ordinal))
            .Select(cell => (Cell: cell, Day: ThaiDate.Day(cell.Flat)))
            .FirstOrDefault(one => one.Day is not null);
        var surveyedOn = day.Day ?? new FiscalYear(fiscalYear).StartsOn;
        if (surveys.Exists(survey => survey.SurveyedOn == surveyedOn))
            return;
        var tables = chunk.Tables.ToList();
        var topics = tables.Find(SurveyTable.IsSurvey);
        var notes = tables.Find(SurveyTable.IsNotes);
        if (topics is null)
            return;
        var breakdown = notes is null
            ? null
            : SurveyTable.Notes(
                notes,
                Code("needs-survey-respondents"),
                $"หมายเหตุ : {caption.Text}",
                day.Day,
                sources
            );
        var survey = SurveyTable.Topics(topics, breakdown, surveyedOn, sources);
        if (survey is null)
            return;
        if (day.Cell is not null)
            survey.At(sources, day.Cell, "surveyedOn");
        surveys.Add(survey);
        if (DatasetTable.Read(topics, Code("needs-survey"), caption.Text, day.Day, sources) is { } dataset)
            datasets.Add(dataset.At(sources, caption));
        if (breakdown is not null)
            datasets.Add(breakdown.At(sources, caption));
    }

    /// <summary>The caption, across the lines down to the table; null if no table follows.</summary>
    private static Passage? Caption(Chunk chunk)
    {
        var lines = chunk.Rows.TakeWhile(row => row.Table is null).ToList();
        if (lines.Count > CaptionLines || lines.Count == chunk.Rows.Count)
            return null;
        var caption = new Passage(
            chunk.Kind == HeadingKind.DataTable ? chunk.Heading.Title : chunk.HeadingRow!.First.Flat,
            chunk.HeadingRow!.First
        );
        foreach (var row in lines)
            caption.Append(row.First.Flat, row.First);
        return caption;
    }

    private string Code(string wanted)
    {
        var code = wanted;
        for (var n = 2; datasets.Exists(one => one.Code == code); n++)
            code = $"{wanted}-{n}";
        return code;
    }
}
