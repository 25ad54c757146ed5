using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Recognises the column with the activities' numbers by its values, where no word names it.</summary>
internal static partial class NumberColumn
{
    public static bool Is(int column, IEnumerable<Row> body) =>
        body.Select(row => row[column])
            .All(cell => cell is null || cell.IsEmpty || Counter().IsMatch(ThaiNumber.ToArabicDigits(cell.Flat)));

    /// <summary>Whether the heading of the names is above their numbers, and also above the names to the right of these.</summary>
    public static bool IsBelow(IReadOnlyList<IReadOnlyList<Cell>> columns, int column, IEnumerable<Row> body)
    {
        var rows = body.Where(row => row[column] is { IsEmpty: false } && row[column + 1] is { HasLetters: true })
            .ToList();
        return columns.ElementAtOrDefault(column + 1) is { Count: 0 }
            && rows.Count > 0
            && rows.TrueForAll(row =>
                ActivityTree.NumberIn(row[column]!) is not null || Marker.IsNumber(row[column]!.Flat)
            );
    }

    [GeneratedRegex(@"^[(]?[0-9]{1,2}(\.[0-9]{1,2})*[.)]?\z")]
    private static partial Regex Counter();
}
