using System.Reflection;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Importing.Staff;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>The registry of an office in memory, to which files are imported.</summary>
internal sealed class Registry
{
    public static readonly IStaffFileReader Reader = new StaffFileReader();

    private static readonly NameKey Digests = new(Path.Combine(Path.GetTempPath(), $"staff-key-{Guid.NewGuid():N}"));

    private static readonly Office Office = new("TH-43-P2");

    private static readonly IReadOnlyList<StaffCategory> Categories =
    [
        Category("TEACHER_CIVIL_SERVANT", "ข้าราชการครู"),
        Category("OTHER_EDUCATION_PERSONNEL", "บุคลากรทางการศึกษาอื่นตามมาตรา 38 ค.(2)"),
        Category("GOVERNMENT_EMPLOYEE", "พนักงานราชการ"),
        Category("TEMPORARY_EMPLOYEE", "ลูกจ้างชั่วคราว"),
    ];

    private static readonly IReadOnlyList<School> Schools =
    [
        SchoolOf("0430001", "โรงเรียนบ้านหนองแวง"),
        SchoolOf("0430002", "บ้านโพธิ์"),
        SchoolOf("0430003", "โรงเรียนอนุบาลเมือง"),
    ];

    private static readonly IReadOnlyList<OrgUnit> Units =
    [
        UnitOf(1, "กลุ่มอำนวยการ"),
        UnitOf(5, "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา"),
        UnitOf(9, "หน่วยตรวจสอบภายใน"),
    ];

    private readonly List<Person> people = [];

    public IReadOnlyList<Person> People => people;

    /// <summary>Everything that is on record, in an order of its own.</summary>
    public IReadOnlyList<string> State =>
        [
            .. people
                .Select(person =>
                    $"{person.StaffNumber}|{(person.IdentityDigest is { } digest ? Convert.ToHexString(digest) : "")}|{string.Join(',', person.Names.Select(name => $"{name.Title}{name.Name} {name.HeldFrom:O}"))}|"
                    + string.Join(
                        ',',
                        person
                            .Appointments.OrderBy(one => one.HeldFrom)
                            .Select(one =>
                                $"{SchoolCode(one.SchoolId)} {NumberOf(one.OrgUnitId)} {Code(one.CategoryId)} {one.Position} {one.AcademicStanding} {one.HeldFrom:O} {one.HeldTo:O} {NameOf(one.SupervisorId)}"
                            )
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Where people have their latest appointments, in the order in which they were registered; empty for the office itself.</summary>
    public IEnumerable<string> Places =>
        people
            .Select(person => person.Appointments.MaxBy(one => one.HeldFrom))
            .Select(one =>
                SchoolCode(one?.SchoolId) ?? (NumberOf(one?.OrgUnitId) is { } number ? $"unit {number}" : "")
            );

    /// <summary>A line about each person: number, title and name, and the appointments with place, category, position, standing and days.</summary>
    public IEnumerable<string> Told =>
        people.Select(person =>
            $"{person.StaffNumber} {person.Title}/{person.Name}: "
            + string.Join(
                "; ",
                person
                    .Appointments.OrderBy(one => one.HeldFrom)
                    .Select(one =>
                        string.Join(
                            ' ',
                            new[]
                            {
                                SchoolCode(one.SchoolId)
                                    ?? (NumberOf(one.OrgUnitId) is { } number ? $"unit {number}" : "office"),
                                Code(one.CategoryId)[..3],
                                one.Position,
                                $"{one.AcademicStanding}",
                                $"{one.HeldFrom:O}..{one.HeldTo:O}",
                                NameOf(one.SupervisorId),
                            }.Where(text => !string.IsNullOrEmpty(text))
                        )
                    )
            )
        );

    public static Result<StaffFile> Read(byte[] content, params ColumnChoice[] choices) =>
        Reader.Read(content, choices, TestContext.Current.CancellationToken);

    /// <summary>What the last import told.</summary>
    public IReadOnlyList<StaffNotice> Notices { get; private set; } = [];

    /// <summary>Imports a file; gives the number of people that it changed, or what is wrong with it.</summary>
    public Result<int> Import(byte[] content, params ColumnChoice[] choices)
    {
        var file = Read(content, choices);
        if (!file.Succeeded)
            return Result<int>.Refused(file.Errors);
        var import = new StaffImport(
            Office,
            new OfficeRegistry([.. people], Schools, Units, Categories, [], []),
            file.Value,
            Reader.KeyOf,
            new DateOnly(2026, 11, 29)
        );
        var imported = import.Apply([
            .. file.Value.Rows.Select(row =>
                row with
                {
                    Identity = row.IdentityNumber is { } number ? Digests.OfIdentity(number) : null,
                }
            ),
        ]);
        if (import.Faults.Count > 0)
            return new StaffFileRefused(import.Faults, file.Value.Columns);
        Notices = [.. file.Value.Notices, .. import.Notices];
        people.AddRange(imported.Where(one => one.IsNew).Select(one => one.Person));
        return imported.Count(one => one.IsChanged);
    }

    private static StaffCategory Category(string code, string name)
    {
        var category = (StaffCategory)Activator.CreateInstance(typeof(StaffCategory), nonPublic: true)!;
        Set(category, nameof(StaffCategory.Code), code);
        Set(category, nameof(StaffCategory.Name), name);
        return category;
    }

    /// <summary>Sets a member of the type that declares it, where alone its private setter is found.</summary>
    private static void Set(object one, string member, object value) =>
        one.GetType()
            .GetProperty(member)!
            .DeclaringType!.GetProperty(member, BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(one, value);

    private static School SchoolOf(string code, string name)
    {
        var school = new School(code);
        school.Describe(Office.Id, name, null, null, null);
        return school;
    }

    private static OrgUnit UnitOf(int number, string name)
    {
        var unit = new OrgUnit();
        Set(unit, nameof(OrgUnit.Number), number);
        Set(unit, nameof(OrgUnit.Name), name);
        return unit;
    }

    private static int? NumberOf(Guid? unit) => Units.FirstOrDefault(one => one.Id == unit)?.Number;

    private static string? SchoolCode(Guid? id) => Schools.FirstOrDefault(school => school.Id == id)?.Code;

    private static string Code(Guid id) => Categories.Single(category => category.Id == id).Code;

    private string? NameOf(Guid? id) => people.Find(person => person.Id == id)?.StaffNumber;
}
