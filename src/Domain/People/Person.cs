using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// A person (บุคลากร) in the registry. The record is kept by one office: that of the latest main appointment, or the one
/// that registered the person.
/// </summary>
public sealed class Person : Entity
{
    private readonly List<HeldName> names = [];
    private readonly List<Appointment> appointments = [];

    private Person() { }

    public Person(Guid officeId, string title, string name, string? staffNumber)
    {
        (OfficeId, StaffNumber) = (officeId, staffNumber);
        names.Add(new HeldName(title, name, null));
        Settle();
    }

    public Guid OfficeId { get; private set; }

    public Office Office { get; private init; } = null!;

    /// <summary>The unit of the latest main appointment.</summary>
    public Guid? OrgUnitId { get; private set; }

    public OrgUnit? OrgUnit { get; private init; }

    /// <summary>The school of the latest main appointment.</summary>
    public Guid? SchoolId { get; private set; }

    public School? School { get; private init; }

    /// <summary>The present title; empty if there is none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The present given name and surname.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the present name was erased.</summary>
    public bool IsErased => PersonName.Of(Name).IsPseudonym;

    /// <summary>Text, because it may begin with zeros; nobody else of the office has it.</summary>
    public string? StaffNumber { get; private set; }

    /// <summary>
    /// A digest, with a key outside the database, of the number of the citizen or of the passport; nobody else of the office
    /// has it. Null if it is not known.
    /// </summary>
    public byte[]? IdentityDigest { get; private set; }

    public PersonStatus Status { get; private set; }

    /// <summary>
    /// The record that is kept of the person, if this one was merged. Such a record has only its own columns left; nobody
    /// sees it.
    /// </summary>
    public Guid? MergedIntoId { get; private init; }

    public IReadOnlyList<HeldName> Names => names;

    /// <summary>The names in time, one after the other; the present one last.</summary>
    private IEnumerable<HeldName> Series => names.Where(held => !held.Aside);

    public IReadOnlyList<Appointment> Appointments => appointments;

    public void Describe(string? staffNumber, PersonStatus status) => (StaffNumber, Status) = (staffNumber, status);

    public void Identify(byte[] digest) => IdentityDigest = digest;

    /// <summary>
    /// The person has this name from a day on, until the next known name. Null unless it is refused.
    /// </summary>
    public RequestInvalid? TakeName(string title, string name, DateOnly from, DateOnly today)
    {
        if (from > today)
            return RegistryInputs.NameOfTheFuture;
        if (from.Year < RegistryInputs.FirstYear)
            return RegistryInputs.NameOfTheDistantPast;
        var before = Series.Where(held => !(held.HeldFrom > from)).MaxBy(held => held.HeldFrom ?? DateOnly.MinValue)!;
        if (before.HeldFrom == from)
            (before.Title, before.Name) = (title, name);
        else if ((before.Title, before.Name) != (title, name))
            names.Add(new HeldName(title, name, from));
        Settle();
        return null;
    }

    /// <summary>Appoints the person; the record moves to the office of the latest main appointment.</summary>
    public Result<Appointment> Appoint(Place place, AppointmentTerms terms)
    {
        if (terms.HeldTo < terms.HeldFrom)
            return RegistryInputs.EndsBeforeItBegins("to");
        if (!terms.Category.IsValidOn(terms.HeldFrom))
            return RegistryInputs.CategoryNotValid;
        if (terms.SupervisorId == Id)
            return RegistryInputs.OwnSupervisor;
        if (terms.IsMain && OtherMain(null, terms.HeldFrom, terms.HeldTo) is { } other)
            return new OverlappingAppointment(other.HeldFrom, other.HeldTo);
        var appointment = new Appointment(Id, place, terms);
        appointments.Add(appointment);
        Settle();
        return appointment;
    }

    /// <summary>Sets the last day of an appointment, also to another one. Null unless it is refused.</summary>
    public DomainError? End(Guid appointmentId, DateOnly lastDay)
    {
        var ended = appointments.Single(one => one.Id == appointmentId);
        if (lastDay < ended.HeldFrom)
            return RegistryInputs.EndsBeforeItBegins("lastDay");
        if (ended.IsMain && OtherMain(ended, ended.HeldFrom, lastDay) is { } other)
            return new OverlappingAppointment(other.HeldFrom, other.HeldTo);
        ended.HeldTo = lastDay;
        Settle();
        return null;
    }

    /// <summary>
    /// Brings the record up to date after names and appointments were moved to it, or from it.
    /// </summary>
    /// <param name="officeId">The office that keeps the record if no main appointment says so; null leaves it.</param>
    public void SettleAgain(Guid? officeId = null)
    {
        if (officeId is { } office && !appointments.Exists(one => one.IsMain))
            (OfficeId, OrgUnitId, SchoolId) = (office, null, null);
        Settle();
    }

    /// <summary>The main appointment that is held on a day; null if there is none.</summary>
    public Appointment? MainAppointmentOn(DateOnly day) =>
        appointments.FirstOrDefault(one => one.IsMain && one.Overlaps(day, day));

    /// <summary>
    /// The school and the category of the main appointment on a day, if it is at the office that keeps the record. Records that
    /// stay with this office keep them.
    /// </summary>
    public (Guid? SchoolId, Guid? CategoryId) PlaceOn(DateOnly day) =>
        MainAppointmentOn(day) is { } held && held.OfficeId == OfficeId
            ? (held.SchoolId, held.CategoryId)
            : (null, null);

    private Appointment? OtherMain(Appointment? than, DateOnly from, DateOnly? to) =>
        appointments.FirstOrDefault(one => one.IsMain && one != than && one.Overlaps(from, to));

    /// <summary>Brings everything up to date that follows from the names and the appointments.</summary>
    private void Settle()
    {
        names.Sort((one, other) => Nullable.Compare(one.HeldFrom, other.HeldFrom));
        var series = Series.ToList();
        foreach (var (held, next) in series.Zip(series.Skip(1)))
            held.HeldTo = next.HeldFrom!.Value.AddDays(-1);
        series[^1].HeldTo = null;
        (Title, Name) = (series[^1].Title, series[^1].Name);
        if (appointments.Where(one => one.IsMain).MaxBy(one => one.HeldFrom) is { } latest)
            (OfficeId, OrgUnitId, SchoolId) = (latest.OfficeId, latest.OrgUnitId, latest.SchoolId);
        foreach (var appointment in appointments)
        {
            appointment.RecordOfficeId = OfficeId;
            if (appointment.NameStays)
                continue;
            var held = series.Last(one => appointment.HeldTo is null || !(one.HeldFrom > appointment.HeldTo));
            (appointment.Title, appointment.Name) = (held.Title, held.Name);
        }
    }
}

public enum PersonStatus
{
    Active,
    OnLeave,
    Resigned,
    Retired,
    Deceased,
}
