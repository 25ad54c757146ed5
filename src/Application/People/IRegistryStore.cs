using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// The registry as a command changes it in its transaction. Whatever is opened of an office is locked with the office:
/// nobody else changes its registry or imports its plans until the transaction ends.
/// </summary>
public interface IRegistryStore
{
    Task<Office?> OpenOfficeAsync(string code, CancellationToken cancellationToken);

    /// <summary>The person with names and appointments, and the office that keeps the record.</summary>
    Task<Person?> OpenPersonAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The person whom an appointment is of, likewise.</summary>
    Task<Person?> OpenPersonOfAppointmentAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The school with its office.</summary>
    Task<School?> OpenSchoolAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The same by its code, which nobody else can use until the transaction ends.</summary>
    Task<School?> OpenSchoolAsync(string code, CancellationToken cancellationToken);

    /// <summary>The network with its office.</summary>
    Task<SchoolNetwork?> OpenNetworkAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The unit with the code of its office.</summary>
    Task<(OrgUnit Unit, string OfficeCode)?> OpenUnitAsync(Guid id, CancellationToken cancellationToken);

    Task<StaffCategory?> CategoryAsync(string code, CancellationToken cancellationToken);

    /// <summary>The codes of all categories.</summary>
    Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancellationToken);

    /// <summary>Whether an office keeps the record of a person.</summary>
    Task<bool> KeepsAsync(Guid officeId, Guid personId, CancellationToken cancellationToken);

    /// <summary>Whether an office keeps the record of a person, or has an appointment of the person, also a past one.</summary>
    Task<bool> KnowsAsync(Guid officeId, Guid personId, CancellationToken cancellationToken);

    /// <summary>The printed name with its office.</summary>
    Task<StaffMember?> OpenStaffMemberAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether another person of the office has this number.</summary>
    Task<bool> IsTakenAsync(Guid officeId, string staffNumber, Guid? but, CancellationToken cancellationToken);

    /// <summary>Whether another network of the office has this name.</summary>
    Task<bool> HasNetworkAsync(Guid officeId, string name, Guid? but, CancellationToken cancellationToken);

    void Add(Person person);

    /// <summary>An appointment of a person who was opened.</summary>
    void Add(Appointment appointment);

    void Add(HeldName name);

    void Add(School school);

    void Add(SchoolNetwork network);
}

/// <summary>What a command of the registry works on, and the offices that it belongs to.</summary>
public sealed record OpenedEntry<T>(T Subject, params IReadOnlyList<string> OfficeCodes) : IOpened
{
    public IEnumerable<string> Offices => OfficeCodes;
}
