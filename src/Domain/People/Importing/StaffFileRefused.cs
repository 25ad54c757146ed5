using System.Globalization;
using System.Text.Json.Serialization;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People.Importing;

/// <summary>
/// An error in a staff file. It names the place, and never repeats what stands there: refusals are kept, and cells have
/// the names and numbers of people.
/// </summary>
/// <param name="Row">The number of the row as a spreadsheet shows it; null for the whole file.</param>
/// <param name="Column">The header of the column; null for the whole row.</param>
public sealed record StaffFault(int? Row, string? Column, LocalText Message)
{
    /// <summary>Where it is, for people; null for the whole file.</summary>
    [JsonIgnore]
    public LocalText? Place =>
        (Row, Column) switch
        {
            ({ } row, { } column) => new LocalText($"row {row}, {column}", $"แถวที่ {row} คอลัมน์ {column}"),
            ({ } row, null) => new LocalText($"row {row}", $"แถวที่ {row}"),
            (null, { } column) => new LocalText($"column {column}", $"คอลัมน์ {column}"),
            _ => null,
        };
}

/// <summary>
/// A staff file with errors is refused as a whole, with its first errors, the number of the others, and what its columns
/// were taken for.
/// </summary>
public sealed record StaffFileRefused : DomainError
{
    /// <param name="faults">The errors.</param>
    /// <param name="columns">The columns, if a row of headers was found.</param>
    /// <param name="unlistedFaults">The number of errors besides them.</param>
    [JsonConstructor]
    public StaffFileRefused(
        IReadOnlyList<StaffFault> faults,
        IReadOnlyList<StaffColumn>? columns = null,
        int unlistedFaults = 0
    )
        : base("STAFF_FILE_REFUSED", TextOf(faults.Count + unlistedFaults))
    {
        Faults = [.. faults.Take(MostListed)];
        Columns = columns ?? [];
        UnlistedFaults = faults.Count + unlistedFaults - Faults.Count;
    }

    /// <summary>The first errors, by row.</summary>
    public IReadOnlyList<StaffFault> Faults { get; }

    public IReadOnlyList<StaffColumn> Columns { get; }

    /// <summary>The number of further errors.</summary>
    public int UnlistedFaults { get; }

    private static LocalText TextOf(int count)
    {
        var number = count.ToString("N0", CultureInfo.InvariantCulture);
        return count <= MostListed
            ? new LocalText($"The staff file has {number} error(s).", $"ไฟล์บุคลากรมีข้อผิดพลาด {number} แห่ง")
            : new LocalText(
                $"The staff file has {number} errors; the first {MostListed} are listed.",
                $"ไฟล์บุคลากรมีข้อผิดพลาด {number} แห่ง แสดง {MostListed} แห่งแรก"
            );
    }
}
