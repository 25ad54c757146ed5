using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>Collects what is wrong with the rows of a file, besides what its reader found.</summary>
internal sealed class FaultCollector(StaffFile file)
{
    private readonly List<StaffFault> found = [.. file.Faults];

    /// <summary>All faults by row, and within a row by column.</summary>
    public IReadOnlyList<StaffFault> Found
    {
        get
        {
            var places = file
                .Columns.Select((column, place) => (column.Header, place))
                .DistinctBy(column => column.Header)
                .ToDictionary(column => column.Header, column => column.place);
            return
            [
                .. found
                    .OrderBy(fault => fault.Row)
                    .ThenBy(fault => fault.Column is { } header ? places.GetValueOrDefault(header, -1) : -1),
            ];
        }
    }

    /// <param name="fields">What the fault is about: the first one that the file has a column for.</param>
    public void Add(StaffRow row, LocalText message, params IReadOnlyList<StaffField> fields) =>
        found.Add(new StaffFault(row.Number, file.HeaderOf(fields), message));
}
