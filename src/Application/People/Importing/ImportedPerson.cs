using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>A person of a row, and what the row changes of the record.</summary>
internal sealed class ImportedPerson
{
    private readonly HashSet<HeldName> names;
    private readonly HashSet<Appointment> appointments;
    private readonly string before;

    public ImportedPerson(StaffRow row, Person person, bool isNew)
    {
        (Row, Person, IsNew) = (row, person, isNew);
        (names, appointments) = ([.. person.Names], [.. person.Appointments]);
        before = State();
    }

    public StaffRow Row { get; }

    public Person Person { get; }

    public bool IsNew { get; }

    public bool IsChanged => IsNew || State() != before;

    public IEnumerable<HeldName> AddedNames => Person.Names.Where(name => !names.Contains(name));

    public IEnumerable<Appointment> AddedAppointments => Person.Appointments.Where(one => !appointments.Contains(one));

    /// <summary>What a row can change.</summary>
    private string State() =>
        string.Join(
            '\n',
            Person
                .Names.Select(name => $"{name.HeldFrom:O} {name.Title}|{name.Name}")
                .Concat(Person.Appointments.Select(one => $"{one.Id} {one.HeldTo:O}").Order(StringComparer.Ordinal))
                .Prepend(Person.StaffNumber)
                .Prepend(Person.IdentityDigest is { } digest ? Convert.ToHexString(digest) : null)
        );
}
