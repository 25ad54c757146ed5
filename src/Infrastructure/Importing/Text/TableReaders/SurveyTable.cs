using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Reads the two tables of a needs survey: the topics, and the note on the respondents.</summary>
internal static class SurveyTable
{
    public static bool IsSurvey(Table table) =>
        Column(table, Concept.Demand) is not null && Column(table, Concept.Percent) is not null;

    /// <summary>Rows like "ข้าราชการครู | จำนวน | ๘๗๘ | คน", of which some may have a number that is not understood.</summary>
    public static bool IsNotes(Table table) =>
        table.Rows.All(row => row.Filled.Any(cell => cell.Flat is "จำนวน" or "คน"))
        && table.Rows.Count(row => NumberIn(row) is not null) * 2 >= table.Rows.Count;

    public static DatasetDocument? Notes(Table table, string code, string title, DateOnly? asOf, SourceMap sources)
    {
        var observations = new List<ObservationDocument>();
        var column = table.Rows.Select(NumberIn).OfType<Cell>().First().Index;
        foreach (var row in table.Rows)
        {
            if ((NumberIn(row) ?? DigitsIn(row, column)) is not { } number)
                continue;
            var label = row.Cells.Take(number.Index).LastOrDefault(cell => !cell.IsEmpty && cell.Flat != "จำนวน");
            if (label is null || observations.Exists(one => one.At[0] == label.Flat))
                continue;
            var total = label.Flat.StartsWith("รวม", StringComparison.Ordinal);
            var count = Numbers.Count(number.Flat);
            if (count is null)
                number.Question(ExpectedValue.Figure);
            var observation = new ObservationDocument(
                [Limits.Name(label.Flat)],
                count,
                Limits.Text(number.Flat),
                total
            );
            row.Use(observation);
            observations.Add(observation.At(sources, number));
        }

        return observations.Count == 0
            ? null
            : new DatasetDocument(code, Limits.Name(title), asOf, ["ประเภทบุคลากร"], observations, true);
    }

    /// <summary>The topics; null if the table has none.</summary>
    public static NeedsSurveyDocument? Topics(Table table, DatasetDocument? breakdown, DateOnly day, SourceMap sources)
    {
        var (demand, share) = (Column(table, Concept.Demand)!.Value, Column(table, Concept.Percent)!.Value);
        var asked = Column(table, Concept.Asked);
        var name = Column(table, Concept.Topic) ?? 1;
        var numbers = new FreeNumbers();
        var topics = new List<SurveyTopicDocument>();
        Cell? respondents = null;
        foreach (var row in table.Rows.Skip(1))
        {
            if (
                row[name] is not { IsEmpty: false } text
                || row[demand] is not { } many
                || row[share] is not { } percent
                || (many.IsEmpty && percent.IsEmpty)
                || text.Flat.StartsWith("รวม", StringComparison.Ordinal)
            )
                continue;
            if (Numbers.Count(many.Flat) is not { } count || Numbers.Measure(percent.Flat) is not { } percentage)
            {
                // A topic needs both numbers; it is reported at the one that is not understood, or that is alone.
                var isOdd = !many.IsEmpty && (percent.IsEmpty || Numbers.Count(many.Flat) is null);
                (isOdd ? many : percent).Question(ExpectedValue.Figure);
                continue;
            }

            var digits = ThaiNumber.ToArabicDigits(row.First.Flat).Trim(' ', '.', ')');
            _ = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            topics.Add(
                new SurveyTopicDocument(
                    numbers.Take(number is > 0 and < 1000 ? number : 0),
                    Limits.Name(text.Flat),
                    count,
                    percentage
                )
                    .At(sources, text)
                    .At(sources, many, "demand")
                    .At(sources, percent, "percentage")
                    .At(sources, row.First, "number")
            );
            respondents ??=
                asked is { } column && row[column] is { } cell && Numbers.Count(cell.Flat) is not null ? cell : null;
        }

        if (topics.Count == 0)
            return null;
        var total = breakdown?.Observations.FirstOrDefault(one => one.Total)?.Value;
        var persons = respondents is null ? null : Numbers.Count(respondents.Flat);
        var survey = new NeedsSurveyDocument(day, persons ?? (int)Math.Min(total ?? 0, int.MaxValue), topics);
        return respondents is null ? survey : survey.At(sources, respondents, "respondents");
    }

    private static int? Column(Table table, Concept concept) =>
        table.Rows[0].Filled.FirstOrDefault(cell => Terms.Occur(concept, cell.Text))?.Index;

    /// <summary>The cell with digits in a column, or else the first one with digits behind the row's words.</summary>
    private static Cell? DigitsIn(Row row, int column) =>
        row
            .Filled.Where(cell => cell.Flat.Any(char.IsDigit))
            .OrderByDescending(cell => cell.Index == column)
            .ThenByDescending(cell => cell.Index)
            .FirstOrDefault();

    private static Cell? NumberIn(Row row) => row.Filled.FirstOrDefault(cell => Numbers.Count(cell.Flat) is not null);
}
