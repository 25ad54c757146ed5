namespace TeacherDevPlan.Domain.People.Importing;

/// <summary>What a column of a staff file can be. The headers that mean each are in <c>StaffHeaders</c>.</summary>
public enum StaffField
{
    StaffNumber,
    CitizenId,
    PassportNumber,
    Title,
    FullName,
    GivenName,
    Surname,
    NameFrom,
    SchoolCode,
    School,
    OrgUnit,
    Category,
    Position,
    AcademicStanding,
    From,
    To,
    Supervisor,
}

public static class StaffFields
{
    /// <summary>What can have a person's name: all of it in one column, or its parts.</summary>
    public static readonly IReadOnlyList<StaffField> Names =
    [
        StaffField.FullName,
        StaffField.GivenName,
        StaffField.Surname,
    ];
}

/// <summary>A column of a staff file.</summary>
/// <param name="Name">As a spreadsheet names it: "C".</param>
/// <param name="Header">Its text in the row of headers; empty if there is none.</param>
/// <param name="Field">What it is; null if it is not used.</param>
public sealed record StaffColumn(string Name, string Header, StaffField? Field);
