using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.SampleData.National.Rows;

internal sealed record NetworkRow(Guid Id, Guid OfficeId, string Name);

internal sealed record SchoolRow(
    Guid Id,
    Guid OfficeId,
    string Code,
    string Name,
    string District,
    Guid NetworkId,
    Guid DirectorId
);

/// <summary>A person under the seeded id; the record's own id is not used.</summary>
internal sealed record PersonRow(Guid Id, Person Record)
{
    /// <summary>The main appointment on a day; null if there is none.</summary>
    public Appointment? MainOn(DateOnly day)
    {
        foreach (var one in Record.Appointments)
        {
            if (one.IsMain && one.HeldFrom <= day && !(one.HeldTo < day))
                return one;
        }

        return null;
    }
}

/// <summary>A row that the service's own rules made, under seeded ids in place of its own.</summary>
/// <param name="ParentId">The row that it belongs to.</param>
/// <param name="OtherId">Another row that it refers to and that has a seeded id, too.</param>
internal readonly record struct Keyed<T>(Guid Id, Guid ParentId, T Row, Guid OtherId = default);
