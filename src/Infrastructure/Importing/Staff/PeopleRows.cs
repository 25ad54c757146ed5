using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>Tells the rows below the headers that are about people from the others, from the top to the bottom.</summary>
internal sealed partial class PeopleRows(ColumnMap map)
{
    private static readonly StaffField[] Numbers =
    [
        StaffField.StaffNumber,
        StaffField.CitizenId,
        StaffField.PassportNumber,
    ];

    private bool isSigned;

    /// <summary>
    /// Whether a row is about a person. A row that says everything that is needed is, and one that repeats the headers, numbers
    /// the columns or has a vacant post is not. Of the others, rows that say one thing only are headings and notes, unless it is
    /// somebody's name in a row with other cells. So are rows without a name and a number of somebody, unless they have the
    /// first day of an appointment, rows that begin with "รวม" or the like, unless somebody is so called, and everything
    /// below a signature without a category or a first day.
    /// </summary>
    public bool IsOfPerson(GridRow row)
    {
        var name = Name(row);
        if (map.IsHeaders(row) || IsNumbering(row) || StaffNames.IsVacant(name))
            return false;
        if (map.Required.All(Has))
            return true;
        isSigned |= row.Cells.Values.Any(cell => StaffHeaders.IsSignature(cell.Text));
        var said = map.Fields.Count(Has);
        if (said < 2 && (row.Cells.Count < 2 || !StaffNames.IsOfPerson(name)))
            return false;
        var hasTerms = Has(StaffField.Category) || Has(StaffField.From);
        if ((isSigned || Bracketed().IsMatch(name)) && !hasTerms)
            return false;
        if (name.Length == 0 && !Numbers.Any(Has) && (!Has(StaffField.From) || !Has(StaffField.Position)))
            return false;
        return !IsBesideTable(row, name)
            || (
                StaffNames.IsNameAndNoTotal(name)
                && new[] { StaffField.Category, StaffField.Position }.Any(field =>
                    map.Cell(row, field) is { } cell && !cell.Text.Any(char.IsDigit)
                )
            );

        bool Has(StaffField field) => map.Cell(row, field) is not null;
    }

    /// <summary>
    /// Whether a row about nobody can be a heading of the rows below it: it says one thing, and possibly how many there are.
    /// </summary>
    public bool IsHeading(GridRow row) =>
        !map.IsHeaders(row)
        && !IsNumbering(row)
        && !IsBesideTable(row, Name(row))
        && !StaffNames.IsVacant(Name(row))
        && map.Fields.Count(field => map.Cell(row, field) is { } cell && !Count().IsMatch(cell.Text)) < 2;

    private string Name(GridRow row) =>
        string.Join(' ', StaffFields.Names.Select(field => map.Cell(row, field)?.Text).OfType<string>());

    /// <summary>Whether the first cell, or the name, begins like a total or a note.</summary>
    private static bool IsBesideTable(GridRow row, string name) =>
        StaffHeaders.IsBesideTable(row.Cells.OrderBy(cell => cell.Key).First().Value.Text)
        || (StaffHeaders.IsBesideTable(name) && !StaffNames.IsNameAndNoTotal(name));

    /// <summary>Whether a row says "(1) (2) (3)", as below the headers of official forms.</summary>
    private static bool IsNumbering(GridRow row)
    {
        var numbers = row
            .Cells.OrderBy(cell => cell.Key)
            .Select(cell => int.TryParse(CellText.Letters(cell.Value.Text), out var number) ? number : -1)
            .ToList();
        return numbers[0] >= 0 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    /// <summary>"12", "12 คน".</summary>
    [GeneratedRegex(@"^[0-9๐-๙,]+\s*(คน|ราย|อัตรา)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    /// <summary>A name as it stands below a line for a signature: "(นายสมชาย ใจดี)".</summary>
    [GeneratedRegex(@"^\(.*\)\z")]
    private static partial Regex Bracketed();
}
