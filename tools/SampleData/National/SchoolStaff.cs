using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>The schools of an office, which depend on nothing else of it.</summary>
/// <param name="HeadId">The id of the person who leads the office.</param>
internal sealed record OfficeSchools(
    OfficeArea Area,
    Guid OfficeId,
    Guid HeadId,
    IReadOnlyList<NetworkRow> Networks,
    IReadOnlyList<SchoolRow> Schools
);

/// <summary>
/// The people who work at schools and belonged to one office first. Some move to another one; both offices generate them
/// alike.
/// </summary>
internal sealed class SchoolStaff
{
    private const int SchoolsOfNetwork = 8;
    private const int DaysOfYear = 365;
    private const int YearsOfMoves = 5;

    private readonly NationalOptions options;
    private readonly Catalogues catalogues;
    private readonly int place;
    private readonly OfficeSchools home;
    private readonly OfficeSchools? other;
    private readonly Dice dice;
    private readonly SeededIds ids;

    /// <param name="other">The office that some people move to; null if there is none.</param>
    public SchoolStaff(
        NationalOptions options,
        Catalogues catalogues,
        int place,
        OfficeSchools home,
        OfficeSchools? other,
        int count
    )
    {
        (this.options, this.catalogues, this.place) = (options, catalogues, place);
        (this.home, this.other) = (home, other);
        dice = Dice.For(options.Seed, $"{home.Area.Code} school staff");
        ids = new SeededIds(dice, OfficeBuilder.StartOf(options));
        People =
        [
            .. home.Schools.Select(school => new PersonRow(school.DirectorId, Director(school))),
            .. Enumerable
                .Range(home.Schools.Count, Math.Max(0, count - home.Schools.Count))
                .Select(index => new PersonRow(ids.Next(), Member(index))),
        ];
    }

    public IReadOnlyList<PersonRow> People { get; }

    public static OfficeSchools SchoolsOf(
        NationalOptions options,
        int place,
        OfficeArea area,
        Guid officeId,
        IReadOnlyList<string> districts,
        int count
    )
    {
        var dice = Dice.For(options.Seed, $"{area.Code} schools");
        var ids = new SeededIds(dice, OfficeBuilder.StartOf(options));
        var headId = ids.Next();
        NetworkRow[] networks =
        [
            .. Enumerable
                .Range(0, (count + SchoolsOfNetwork - 1) / SchoolsOfNetwork)
                .Select(number => new NetworkRow(
                    ids.Next(),
                    officeId,
                    $"กลุ่มเครือข่าย{districts[number % districts.Count]} {ThaiNumber.ToThaiDigits($"{number + 1}")}"
                )),
        ];
        return new OfficeSchools(
            area,
            officeId,
            headId,
            networks,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(number => new SchoolRow(
                        ids.Next(),
                        officeId,
                        $"10{place + 1:000}{number + 1:00000}",
                        SchoolNames.Of(dice),
                        districts[number / SchoolsOfNetwork % districts.Count],
                        networks[number / SchoolsOfNetwork].Id,
                        ids.Next()
                    )),
            ]
        );
    }

    private Person Director(SchoolRow school)
    {
        var person = Named(Array.FindIndex([.. home.Schools], one => one.Id == school.Id));
        var terms = new AppointmentTerms(
            catalogues.Categories["TEACHER_CIVIL_SERVANT"],
            "ผู้อำนวยการโรงเรียน",
            dice.Chance(0.9) ? AcademicStanding.SeniorProfessional : AcademicStanding.Expert,
            home.HeadId,
            DaysAgo(6 * DaysOfYear, 12 * DaysOfYear),
            null,
            true
        );
        _ = person.Appoint(At(school), terms).Value;
        return person;
    }

    private Person Member(int index)
    {
        var person = Named(index);
        var school = PickSchool(home);
        var hired = DaysAgo(30, 32 * DaysOfYear);
        var (category, position, isTeacher) = dice.Below(100) switch
        {
            < 74 => ("TEACHER_CIVIL_SERVANT", "ครู", true),
            < 82 => ("TEMPORARY_EMPLOYEE", "ครูอัตราจ้าง", false),
            < 86 => ("TEMPORARY_EMPLOYEE", "เจ้าหน้าที่ธุรการโรงเรียน", false),
            < 93 => ("GOVERNMENT_EMPLOYEE", "พนักงานราชการ (ครู)", false),
            _ => ("PERMANENT_EMPLOYEE", "นักการภารโรง", false),
        };
        var fate = dice.Below(100);
        var moved = DaysAgo(20, YearsOfMoves * DaysOfYear);
        var next =
            moved.DayNumber - hired.DayNumber < 200 ? null
            : fate < 4 && isTeacher && other is not null ? PickSchool(other)
            : fate is >= 4 and < 26 ? PickSchool(home)
            : null;
        if (next is { } to && to.Id != school.Id)
        {
            Appoint(school, hired, moved.AddDays(-1));
            (school, hired) = (to, moved);
        }

        var left = DaysAgo(10, 900);
        var leaves = dice.Chance(0.03) && left.DayNumber - hired.DayNumber > 100;
        Appoint(school, hired, leaves ? left : null);
        if (dice.Chance(0.03) && !leaves && home.Schools.Count > 1)
            Help(hired);
        person.Describe(
            person.StaffNumber,
            leaves ? dice.Pick<PersonStatus>([PersonStatus.Retired, PersonStatus.Retired, PersonStatus.Resigned])
                : dice.Chance(0.015) ? PersonStatus.OnLeave
                : PersonStatus.Active
        );
        return person;

        void Appoint(SchoolRow at, DateOnly from, DateOnly? to)
        {
            var until = to ?? options.LastDay;
            var standing = isTeacher ? StandingAfter((until.DayNumber - from.DayNumber) / DaysOfYear) : null;
            var supervisor = dice.Chance(0.7) ? at.DirectorId : (Guid?)null;
            var terms = new AppointmentTerms(
                catalogues.Categories[category],
                position + Suffix(standing),
                standing,
                supervisor,
                from,
                to,
                true
            );
            _ = person.Appoint(At(at), terms).Value;
        }

        void Help(DateOnly from)
        {
            var at = PickSchool(home);
            var terms = new AppointmentTerms(
                catalogues.Categories[category],
                "ช่วยปฏิบัติราชการ",
                null,
                at.DirectorId,
                from,
                dice.Chance(0.5) ? options.LastDay : null,
                false
            );
            _ = person.Appoint(At(at), terms).Value;
        }
    }

    /// <summary>A person of whom nothing is known but the names, and the number of the office.</summary>
    private Person Named(int index)
    {
        var (title, given, woman) = Vocabulary.People.Given(dice);
        var number = dice.Chance(0.9) ? $"{place + 1:000}{index:00000}" : null;
        var person = new Person(home.OfficeId, title, $"{given} {Vocabulary.People.Surname(dice)}", number);
        if (woman && dice.Chance(0.12))
        {
            var from = DaysAgo(30, 8 * DaysOfYear);
            person.TakeName("นาง", $"{given} {Vocabulary.People.Surname(dice)}", from, options.LastDay);
        }

        return person;
    }

    private AcademicStanding? StandingAfter(int years) =>
        (years + dice.Between(0, 6)) switch
        {
            < 8 => null,
            < 16 => AcademicStanding.Professional,
            < 36 => AcademicStanding.SeniorProfessional,
            < 37 => AcademicStanding.Expert,
            _ => AcademicStanding.Advisory,
        };

    private static string Suffix(AcademicStanding? standing) =>
        standing switch
        {
            AcademicStanding.Professional => "ชำนาญการ",
            AcademicStanding.SeniorProfessional => "ชำนาญการพิเศษ",
            AcademicStanding.Expert => "เชี่ยวชาญ",
            AcademicStanding.Advisory => "เชี่ยวชาญพิเศษ",
            _ => "",
        };

    /// <summary>Few schools are large and many small.</summary>
    private SchoolRow PickSchool(OfficeSchools of)
    {
        var share = dice.Share();
        return of.Schools[(int)(of.Schools.Count * share * share)];
    }

    private DateOnly DaysAgo(int least, int most) => options.LastDay.AddDays(-dice.Between(least, most));

    private static Place At(SchoolRow school) => new(school.OfficeId, SchoolId: school.Id);
}
