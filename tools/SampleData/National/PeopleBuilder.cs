using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the people of the offices, one office after the other, by the rules of the service itself: what follows from
/// names and appointments, from answers in surveys and from steps of plans is what these rules make of them. People move
/// between the first and the second office, the third and the fourth, and so on.
/// </summary>
internal sealed class PeopleBuilder(NationalOptions options, Catalogues catalogues, Guid? knownOfficeId)
{
    /// <summary>The number of years with surveys and development plans, the last one the running one.</summary>
    public const int YearsOfPlans = 3;

    private const int StaffOfOffice = 60;

    /// <summary>The staff of schools of the last two places.</summary>
    private readonly Dictionary<int, (OfficeSchools Schools, SchoolStaff Staff)> pair = [];

    private int place = -1;

    /// <summary>Adds the people of the next office.</summary>
    public void Build(OfficeArea area, KnownOffice office, OfficeRows rows)
    {
        if (++place % 2 == 0)
            BuildPair();
        var (schools, staff) = pair[place];
        var (_, others) = pair.GetValueOrDefault(place ^ 1);
        var dice = Dice.For(options.Seed, $"{area.Code} people");
        var ids = new SeededIds(dice, OfficeBuilder.StartOf(options));
        List<PersonRow> everybody =
        [
            .. OfficeStaff(office, schools, rows, dice, ids),
            .. staff.People,
            .. (others?.People ?? []).Where(one => one.Record.Appointments.Any(held => held.OfficeId == office.Id)),
        ];
        rows.Networks.AddRange(schools.Networks);
        rows.Schools.AddRange(schools.Schools);
        foreach (var person in everybody.Where(one => one.Record.OfficeId == office.Id))
        {
            rows.People.Add(person);
            foreach (var name in person.Record.Names)
                rows.HeldNames.Add(new Keyed<HeldName>(ids.Next(), person.Id, name));
            foreach (var held in person.Record.Appointments)
                rows.Appointments.Add(new Keyed<Appointment>(ids.Next(), person.Id, held));
        }

        if (options.Enrollments > 0)
            BuildEvents(office.Id, area, everybody, rows);
        var directors = pair
            .Values.SelectMany(one => one.Schools.Schools)
            .ToDictionary(school => school.Id, school => school.DirectorId);
        for (var year = options.CurrentYear - YearsOfPlans + 1; year <= options.CurrentYear; year++)
        {
            new NeedsBuilder(options, catalogues, rows, dice).Build(office.Id, everybody, new FiscalYear(year));
            new IndividualPlanBuilder(options, catalogues, directors, rows).Build(
                office.Id,
                everybody,
                new FiscalYear(year)
            );
        }
    }

    private void BuildEvents(Guid officeId, OfficeArea area, IReadOnlyList<PersonRow> people, OfficeRows rows)
    {
        var dice = Dice.For(options.Seed, $"{area.Code} events");
        var builder = new EventBuilder(
            options,
            catalogues,
            rows,
            dice,
            new SeededIds(dice, OfficeBuilder.StartOf(options))
        );
        builder.AddCourses(officeId);
        for (var year = options.FirstYear; year <= options.CurrentYear; year++)
            builder.Build(
                officeId,
                people,
                new FiscalYear(year),
                options.Enrollments / options.Offices / options.Years
            );
    }

    private (int People, int Schools) SizeOf(int at)
    {
        var people = (int)(
            (long)options.People * (at + 1) / options.Offices - (long)options.People * at / options.Offices
        );
        var schools = (long)people * NationalOptions.SchoolsOfAllOffices / NationalOptions.PeopleOfAllOffices;
        return (people, Math.Max(1, (int)schools));
    }

    private void BuildPair()
    {
        pair.Clear();
        var places = Enumerable.Range(place, Math.Min(2, options.Offices - place)).ToList();
        var schools = places.ToDictionary(at => at, SchoolsAt);
        foreach (var at in places)
        {
            var staff = new SchoolStaff(
                options,
                catalogues,
                at,
                schools[at],
                schools.GetValueOrDefault(at ^ 1),
                SizeOf(at).People - StaffAt(at)
            );
            pair[at] = (schools[at], staff);
        }
    }

    private int StaffAt(int at) => Math.Min(StaffOfOffice, Math.Max(1, SizeOf(at).People / 30));

    private OfficeSchools SchoolsAt(int at)
    {
        var area = OfficeAreas.All[at];
        var (id, districts) = OfficeBuilder.Ahead(options, area);
        var officeId = area.Code == SamplePlan.OfficeCode ? knownOfficeId ?? id : id;
        return SchoolStaff.SchoolsOf(options, at, area, officeId, districts, SizeOf(at).Schools);
    }

    /// <summary>
    /// The people who work at the office itself: its head, and members of its units, the first of them those with printed
    /// names. Half of the printed names are linked.
    /// </summary>
    private IEnumerable<PersonRow> OfficeStaff(
        KnownOffice office,
        OfficeSchools schools,
        OfficeRows rows,
        Dice dice,
        SeededIds ids
    )
    {
        var category = catalogues.Categories["OTHER_EDUCATION_PERSONNEL"];
        var printed = rows.Staff.Where(member => member.UnitId is not null).ToList();
        for (var index = 0; index < StaffAt(place); index++)
        {
            var number = $"{place + 1:000}9{index:0000}";
            if (index == 0)
            {
                var head = Named(number);
                Appoint(head, "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", null, null);
                yield return new PersonRow(schools.HeadId, head);
                continue;
            }

            var id = ids.Next();
            if (index <= printed.Count)
            {
                var member = printed[index - 1];
                var (title, name) = Vocabulary.People.Divide(member.Name);
                var person = new Person(office.Id, title, name, number);
                Appoint(person, member.Position, member.UnitId, schools.HeadId);
                if (dice.Chance(0.5))
                    rows.Staff[rows.Staff.IndexOf(member)] = member with { PersonId = id };
                yield return new PersonRow(id, person);
            }
            else
            {
                var person = Named(number);
                Guid? unit = office.Units.Count == 0 ? null : dice.Pick(office.Units).Id;
                Appoint(person, "นักวิชาการศึกษาปฏิบัติการ", unit, schools.HeadId);
                yield return new PersonRow(id, person);
            }
        }

        Person Named(string number)
        {
            var (title, given, _) = Vocabulary.People.Given(dice);
            return new Person(office.Id, title, $"{given} {Vocabulary.People.Surname(dice)}", number);
        }

        void Appoint(Person person, string position, Guid? unit, Guid? supervisor)
        {
            var from = options.LastDay.AddDays(-dice.Between(6 * 365, 20 * 365));
            var terms = new AppointmentTerms(category, position, null, supervisor, from, null, true);
            _ = person.Appoint(new Place(office.Id, unit), terms).Value;
        }
    }
}
