using System.Globalization;
using System.Text.Json.Serialization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Domain.Events;

/// <summary>A file of attendance with errors is refused as a whole, with its first errors and the number of the others.</summary>
public sealed record AttendanceFileRefused : DomainError
{
    /// <param name="faults">The errors by row; they never repeat what stands in a cell.</param>
    /// <param name="unlistedFaults">The number of errors besides them.</param>
    [JsonConstructor]
    public AttendanceFileRefused(IReadOnlyList<StaffFault> faults, int unlistedFaults = 0)
        : base("ATTENDANCE_FILE_REFUSED", TextOf(faults.Count + unlistedFaults))
    {
        Faults = [.. faults.Take(MostListed)];
        UnlistedFaults = faults.Count + unlistedFaults - Faults.Count;
    }

    /// <summary>The first errors, by row.</summary>
    public IReadOnlyList<StaffFault> Faults { get; }

    /// <summary>The number of further errors.</summary>
    public int UnlistedFaults { get; }

    private static LocalText TextOf(int count)
    {
        var number = count.ToString("N0", CultureInfo.InvariantCulture);
        return new LocalText(
            $"The file of attendance has {number} error(s); nothing was recorded.",
            $"ไฟล์การเข้าร่วมมีข้อผิดพลาด {number} แห่ง ยังไม่มีการบันทึก"
        );
    }
}
