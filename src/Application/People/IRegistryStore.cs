using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

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

    /// <summary>Everybody whose record an office keeps, and what rows of a list of its staff can name.</summary>
    Task<OfficeRegistry> OpenRegistryAsync(Guid officeId, CancellationToken cancellationToken);

    /// <summary>The school with its office.</summary>
    Task<School?> OpenSchoolAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The same by its code, which nobody else can use until the transaction ends.</summary>
    Task<School?> OpenSchoolAsync(string code, CancellationToken cancellationToken);

    /// <summary>The network with its office.</summary>
    Task<SchoolNetwork?> OpenNetworkAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The unit with the code of its office.</summary>
    Task<(OrgUnit Unit, string OfficeCode)?> OpenUnitAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whom some people report to, and whom these report to, up to the top.</summary>
    Task<IReadOnlyList<Supervision>> SupervisionsAsync(
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    );

    Task<StaffCategory?> CategoryAsync(string code, CancellationToken cancellationToken);

    /// <summary>The codes of all categories.</summary>
    Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancellationToken);

    /// <summary>The person whom a caller's name is bound to; null if there is none.</summary>
    Task<Guid?> PersonOfCallerAsync(string caller, CancellationToken cancellationToken);

    /// <summary>The same, whom nobody else can bind the name to until the transaction ends.</summary>
    Task<PersonAccount?> OpenAccountAsync(string caller, CancellationToken cancellationToken);

    Task<PersonAccount?> AccountAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The latest invitation of a person, used or not.</summary>
    Task<Invitation?> InvitationAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The person who was invited with a code.</summary>
    /// <param name="digest">The digest of the code.</param>
    Task<Guid?> InvitedAsync(byte[] digest, CancellationToken cancellationToken);

    /// <summary>Whether an office keeps the record of a person.</summary>
    Task<bool> KeepsAsync(Guid officeId, Guid personId, CancellationToken cancellationToken);

    /// <summary>Whether an office keeps the record of a person, or has an appointment of the person, also a past one.</summary>
    Task<bool> KnowsAsync(Guid officeId, Guid personId, CancellationToken cancellationToken);

    /// <summary>The printed name with its office.</summary>
    Task<StaffMember?> OpenStaffMemberAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether somebody of the office has this number, other than some people. False without a number.</summary>
    Task<bool> IsTakenAsync(
        Guid officeId,
        string? staffNumber,
        IReadOnlyCollection<Guid> but,
        CancellationToken cancellationToken
    );

    /// <summary>The same for the digest of an identity.</summary>
    Task<bool> IsTakenAsync(
        Guid officeId,
        byte[]? identity,
        IReadOnlyCollection<Guid> but,
        CancellationToken cancellationToken
    );

    /// <summary>Whether another network of the office has this name.</summary>
    Task<bool> HasNetworkAsync(Guid officeId, string name, Guid? but, CancellationToken cancellationToken);

    /// <summary>Takes back what was changed of what was opened.</summary>
    void Forget();

    /// <summary>Adds what is new, also a part of somebody who was opened.</summary>
    void Add(Entity entity);

    void Remove(Entity entity);
}

/// <summary>What a command of the registry works on, and the offices that it belongs to.</summary>
public sealed record OpenedEntry<T>(T Subject, params IReadOnlyList<string> OfficeCodes) : IOpened
{
    public IEnumerable<string> Offices => OfficeCodes;
}
