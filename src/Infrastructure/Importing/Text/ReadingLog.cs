using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>Lists the lines of a document that were not used.</summary>
internal static class ReadingLog
{
    private const int LongestText = 500;

    /// <summary>Stands for a cell in which something is missing.</summary>
    private const string Empty = "(ว่าง)";

    public static PlanReading Of(IReadOnlyList<Row> rows, IReadOnlyList<Row> contents, IReadOnlyList<Row> hidden)
    {
        var passages = Unread(rows, contents);
        passages.AddRange(
            hidden.Select(row => new UnreadPassage(
                row.Line,
                row.Line,
                1,
                UnreadReason.Hidden,
                Cut(HiddenText(row.First))
            ))
        );
        return new PlanReading(rows.Count + hidden.Count, [.. passages.OrderBy(passage => passage.FirstLine)])
        {
            Formulas =
            [
                .. from row in rows
                from cell in row.Cells
                where cell.Computed is not null
                select new FormulaDifference(cell.Source, cell.Computed!),
            ],
        };
    }

    private static string HiddenText(Cell cell) =>
        string.Join(' ', new[] { cell.Place.Sheet, cell.Place.Cell }.OfType<string>()) is { Length: > 0 } place
            ? $"{place}: {cell.Flat}"
            : cell.Flat;

    private static List<UnreadPassage> Unread(IReadOnlyList<Row> rows, IReadOnlyList<Row> contents)
    {
        var repeated = contents.ToHashSet();
        var passages = new List<UnreadPassage>();
        Row? before = null;
        foreach (var row in rows)
        {
            var unread = row.Cells.Where(cell => cell.IsEmpty ? cell.IsQuestioned : IsUnread(cell)).ToList();
            if (unread.Count > 0)
            {
                var reason =
                    repeated.Contains(row)
                    || unread.TrueForAll(cell => cell is { IsRepetition: true, IsQuestioned: false })
                        ? UnreadReason.Repetition
                    : unread.TrueForAll(cell =>
                        cell
                            is { HasLostLetters: false }
                                and ({ IsWithoutField: true } or { IsLeftInText: true, IsQuestioned: false })
                    )
                        ? UnreadReason.OutOfPlace
                    : unread.Exists(cell => cell.IsQuestioned || cell.HasLostLetters)
                    || unread.Count < row.Filled.Count()
                        ? UnreadReason.NotUnderstood
                    : UnreadReason.OutOfPlace;
                var cells = unread
                    .Where(cell => cell.IsQuestioned)
                    .Select(cell => new UnreadCell(cell.Source, cell.Expected!.Value))
                    .ToList();
                var text = string.Join(" | ", unread.Select(cell => cell.IsEmpty ? Empty : cell.Flat));
                var last = passages.LastOrDefault();
                if (
                    last is not null
                    && last.Reason == reason
                    && last.LastLine == before?.Line
                    && (last.Cells is null && cells.Count == 0)
                    && Joins(last, row, text)
                )
                    passages[^1] = last with
                    {
                        LastLine = row.Line,
                        Lines = last.Lines + 1,
                        Text = Cut($"{last.Text}\n{text}"),
                    };
                else
                    passages.Add(
                        new UnreadPassage(row.Line, row.Line, 1, reason, Cut(text))
                        {
                            Cells = cells.Count > 0 ? cells : null,
                        }
                    );
            }

            before = row;
        }

        return passages;
    }

    private static bool IsUnread(Cell cell) =>
        !cell.Used || cell.IsQuestioned || cell.HasLostLetters || cell.IsLeftInText;

    /// <summary>
    /// Repetitions form one passage. Other lines are separate passages unless they follow each other without a blank
    /// line.
    /// </summary>
    private static bool Joins(UnreadPassage last, Row row, string text) =>
        last.Reason == UnreadReason.Repetition || (!row.AfterBlank && last.Text.Length + text.Length <= LongestText);

    private static string Cut(string text) => text.Length <= LongestText ? text : $"{text[..LongestText].TrimEnd()} …";
}
