using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>
/// Applies the rows of a staff file to an office's registry. Each row concerns one person, and no two rows the same one,
/// so that they can be applied in any order. A cell that is blank says nothing, and changes nothing.
/// </summary>
internal sealed class StaffImport
{
    private static readonly StaffField[] IdentityFields = [StaffField.CitizenId, StaffField.PassportNumber];

    /// <summary>The appointments that rows add, or of which they change the last day.</summary>
    private readonly List<(StaffRow Row, Appointment Appointment)> supervised = [];
    private readonly List<int> placed = [];
    private readonly List<int> unplaced = [];
    private readonly Office office;
    private readonly OfficeRegistry registry;
    private readonly Func<string, string> keyOf;
    private readonly DateOnly today;
    private readonly FaultCollector faults;
    private readonly PlaceFinder places;
    private readonly Dictionary<string, StaffCategory> categories;
    private readonly ILookup<string, LeftAppointment> leftByIdentity;
    private readonly ILookup<string, LeftAppointment> leftByName;

    public StaffImport(
        Office office,
        OfficeRegistry registry,
        StaffFile file,
        Func<string, string> keyOf,
        DateOnly today
    )
    {
        (this.office, this.registry, this.keyOf, this.today) = (office, registry, keyOf, today);
        faults = new FaultCollector(file);
        places = new PlaceFinder(office, registry, file.Headings, keyOf);
        leftByIdentity = registry.Left.Where(one => one.Identity is not null).ToLookup(one => one.Identity!);
        leftByName = registry.Left.ToLookup(one => keyOf(one.Name));
        categories = registry
            .Categories.SelectMany(category => CategoryWords.Of(category).Select(word => (keyOf(word), category)))
            .DistinctBy(one => one.Item1)
            .ToDictionary(one => one.Item1, one => one.category);
    }

    public IReadOnlyList<StaffFault> Faults => faults.Found;

    /// <summary>The number of rows about appointments that are on record, of people who have moved to another office since.</summary>
    public int Left { get; private set; }

    /// <summary>Where people were appointed whose rows do not say it.</summary>
    public IEnumerable<StaffNotice> Notices =>
        new[] { (Rows: placed, Message: StaffMessages.ByHeading), (Rows: unplaced, Message: StaffMessages.AtOffice) }
            .Where(one => one.Rows.Count > 0)
            .Select(one => new StaffNotice([.. one.Rows.Order()], null, one.Message));

    /// <summary>The people of the rows as the rows make them. If there are faults, nothing of it is to be kept.</summary>
    public IReadOnlyList<ImportedPerson> Apply(IReadOnlyList<StaffRow> all)
    {
        var rows = all.Where(row => !HasLeft(row)).ToList();
        Left = all.Count - rows.Count;
        var finder = new PersonFinder(registry.People, rows, keyOf, faults);
        var people = finder.Find().Select(found => Name(found.Row, found.Person)).ToList();
        var byNumber = registry
            .People.Concat(people.Where(one => one.IsNew).Select(one => one.Person))
            .Where(one => one.StaffNumber is not null)
            .ToLookup(one => PersonFinder.NumberKey(one.StaffNumber!));
        foreach (var person in people)
            Appoint(person, byNumber);
        RefuseCircles(people);
        var clear = people.Select(one => one.Row.Number).ToHashSet();
        // Of rows whose person is not clear, the rest is checked all the same, so that all faults are told at once.
        foreach (var row in rows.Where(row => !clear.Contains(row.Number)))
            Terms(row, byNumber);
        return people;
    }

    /// <summary>
    /// Whether a row is about somebody who had the appointment here and has moved to another office since, which the list may
    /// still say. Somebody who is known by the identity and comes back is not made a second person.
    /// </summary>
    private bool HasLeft(StaffRow row)
    {
        var byIdentity = row.Identity is { } identity ? leftByIdentity[identity] : [];
        var byName = row.Name is { } name ? leftByName[keyOf(name)] : [];
        var same = byIdentity
            .Concat(byName.Where(one => one.HeldFrom == row.From && (row.Identity is null || one.Identity is null)))
            .ToList();
        if (same.Count == 0)
            return false;
        if (row.From is not null && !same.Exists(one => one.HeldFrom == row.From))
            faults.Add(row, StaffMessages.Moved, IdentityFields);
        return true;
    }

    private ImportedPerson Name(StaffRow row, Person? found)
    {
        var title = RegistryRules.Plain(row.Title);
        var name = RegistryRules.Plain(row.Name)!;
        if (found is null)
        {
            if (PersonName.Of(name).IsPseudonym)
                faults.Add(row, StaffMessages.Erased, StaffFields.Names);
            var person = new Person(office.Id, title ?? "", name, RegistryRules.Plain(row.StaffNumber));
            if (row.Identity is { } known)
                person.Identify(Convert.FromHexString(known));
            return new ImportedPerson(row, person, isNew: true);
        }

        var imported = new ImportedPerson(row, found, isNew: false);
        if (found.StaffNumber is null && row.StaffNumber is not null)
            found.Describe(RegistryRules.Plain(row.StaffNumber), found.Status);
        if (found.IdentityDigest is null && row.Identity is { } digest)
        {
            if (found.IsErased)
                faults.Add(row, StaffMessages.ErasedIdentity, IdentityFields);
            found.Identify(Convert.FromHexString(digest));
        }

        if (keyOf(name) == keyOf(found.Name) && (title is null || TitleKey(title) == TitleKey(found.Title)))
            return imported;
        if (found.IsErased || PersonName.Of(name).IsPseudonym)
            faults.Add(row, StaffMessages.Erased, StaffFields.Names);
        else if (row.NameFrom is not { } from)
            faults.Add(row, StaffMessages.OtherName, StaffFields.Names);
        else if (found.TakeName(title ?? found.Title, name, from, today) is { } refusal)
            faults.Add(row, refusal.Reason, StaffField.NameFrom);
        return imported;
    }

    private string TitleKey(string title) => keyOf(title.Replace("น.ส.", "นางสาว", StringComparison.Ordinal));

    private void Appoint(ImportedPerson imported, ILookup<string, Person> byNumber)
    {
        var (row, person) = (imported.Row, imported.Person);
        if (Terms(row, byNumber) is not var (place, category, supervisor))
            return;
        var held = person.Appointments.FirstOrDefault(one =>
            one.IsMain && one.HeldFrom == row.From && one.OfficeId == office.Id
        );
        if (held is not null)
        {
            Compare(row, person, held, (place, category, supervisor));
            return;
        }

        var appointed = person.Appoint(
            new Place(office.Id, place.Unit?.Id, place.School?.Id),
            new AppointmentTerms(
                category,
                RegistryRules.Plain(row.Position)!,
                row.AcademicStanding,
                supervisor?.Id,
                row.From!.Value,
                row.To,
                IsMain: true
            )
        );
        foreach (var error in appointed.Errors)
            Tell(row, error);
        if (appointed.Succeeded)
            supervised.Add((row, appointed.Value));
        if (!row.HasPlace)
            (place.IsStated ? placed : unplaced).Add(row.Number);
    }

    /// <summary>Checks supervisors after all rows are applied, so that each row of a circle has a fault.</summary>
    private void RefuseCircles(List<ImportedPerson> people)
    {
        var lines = new SupervisionLines(
            registry
                .People.Concat(people.Where(one => one.IsNew).Select(one => one.Person))
                .SelectMany(Supervision.Of)
                .Concat(registry.Elsewhere)
        );
        foreach (var (row, appointment) in supervised)
        {
            if (Supervision.Of(appointment) is { } stated && lines.IsCircular(stated))
                faults.Add(row, new CircularSupervision().Text, StaffField.Supervisor);
        }
    }

    /// <summary>What a row says of the appointment, if it says what is needed and all of it is known.</summary>
    private (StatedPlace Place, StaffCategory Category, Person? Supervisor)? Terms(
        StaffRow row,
        ILookup<string, Person> byNumber
    )
    {
        var (place, wrong) = places.Find(row);
        if (wrong is var (message, at))
            faults.Add(row, message, at);
        StaffCategory? category = null;
        if (row.Category is { } text && !categories.TryGetValue(keyOf(text), out category))
            faults.Add(row, CategoryWords.Unknown(registry.Categories), StaffField.Category);
        Person? supervisor = null;
        if (row.Supervisor is { } number)
        {
            if (byNumber[PersonFinder.NumberKey(number)].ToList() is [var one])
                supervisor = one;
            else
                faults.Add(
                    row,
                    new LocalText(
                        "is the staff number of nobody in the registry and in the file (with all zeros at its beginning).",
                        "ไม่ใช่รหัสบุคลากรของผู้ใดในทะเบียนหรือในไฟล์ (ต้องมีเลขศูนย์ข้างหน้าครบ)"
                    ),
                    StaffField.Supervisor
                );
        }

        var isClear = row is { From: not null, Position: not null } && wrong is null;
        return isClear && category is not null && (row.Supervisor is null || supervisor is not null)
            ? (place, category, supervisor)
            : null;
    }

    /// <summary>An appointment that is on record is as it was; only its last day can be told or changed.</summary>
    private void Compare(
        StaffRow row,
        Person person,
        Appointment held,
        (StatedPlace Place, StaffCategory Category, Person? Supervisor) terms
    )
    {
        if (held.CategoryId != terms.Category.Id)
            faults.Add(row, StaffMessages.OtherTerms, StaffField.Category);
        if (keyOf(held.Position) != keyOf(row.Position!))
            faults.Add(row, StaffMessages.OtherTerms, StaffField.Position);
        if (row.AcademicStanding is { } standing && held.AcademicStanding != standing)
            faults.Add(row, StaffMessages.OtherTerms, StaffField.AcademicStanding);
        if (terms.Place.IsStated && held.SchoolId != terms.Place.School?.Id)
            faults.Add(row, StaffMessages.OtherTerms, StaffField.School, StaffField.SchoolCode);
        if (terms.Place.Unit is { } unit && held.OrgUnitId != unit.Id)
            faults.Add(row, StaffMessages.OtherTerms, StaffField.OrgUnit, StaffField.School);
        if (terms.Supervisor is { } supervisor && held.SupervisorId != supervisor.Id)
            faults.Add(row, StaffMessages.OtherTerms, StaffField.Supervisor);
        if (row.IsOpen && held.HeldTo is not null)
            faults.Add(row, StaffMessages.Ended, StaffField.To);
        if (row.To is not { } last || held.HeldTo == last)
            return;
        if (person.End(held.Id, last) is { } refusal)
            Tell(row, refusal);
        supervised.Add((row, held));
    }

    /// <summary>A refusal of the domain, at the column that it is about.</summary>
    private void Tell(StaffRow row, DomainError error)
    {
        if (error is RequestInvalid invalid)
            faults.Add(
                row,
                invalid.Reason,
                invalid.Field switch
                {
                    "to" or "lastDay" => StaffField.To,
                    "category" => StaffField.Category,
                    "supervisorId" => StaffField.Supervisor,
                    _ => StaffField.From,
                }
            );
        else
            faults.Add(row, error.Text, StaffField.From);
    }
}
