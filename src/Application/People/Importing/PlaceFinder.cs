using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>Where a row says that somebody is appointed.</summary>
/// <param name="IsStated">Whether it says so.</param>
/// <param name="School">Null for the office itself.</param>
/// <param name="Unit">The unit of the office; null if none is stated.</param>
internal readonly record struct StatedPlace(bool IsStated, School? School, OrgUnit? Unit = null);

/// <summary>
/// Finds the schools of an office by code or name, and its units by name, with or without the words for school and unit
/// before it.
/// </summary>
internal sealed class PlaceFinder
{
    /// <summary>How many units a message names.</summary>
    private const int MostListed = 20;

    private static readonly string[] SchoolWords = ["โรงเรียน", "รร"];
    private static readonly string[] UnitWords = ["กลุ่มงาน", "กลุ่ม", "หน่วย"];
    private static readonly string[] OfficeWords = ["สำนักงาน", "สำนักงานเขตพื้นที่การศึกษา"];

    private readonly Func<string, string> keyOf;
    private readonly Dictionary<string, School> byCode;
    private readonly ILookup<string, School> byName;
    private readonly ILookup<string, OrgUnit> units;
    private readonly HashSet<string> ofOffice;
    private readonly HeadingPlaces headings;
    private readonly LocalText noUnit;

    public PlaceFinder(
        Office office,
        OfficeRegistry registry,
        IReadOnlyList<StaffHeading> stated,
        Func<string, string> keyOf
    )
    {
        this.keyOf = keyOf;
        byCode = registry.Schools.ToDictionary(school => school.Code);
        byName = registry.Schools.ToLookup(school => NameKey(school.Name, SchoolWords));
        units = registry.Units.ToLookup(unit => NameKey(unit.Name, UnitWords));
        ofOffice = [.. OfficeWords.Append(office.Code).Append(office.Name).Select(keyOf).Where(key => key.Length > 0)];
        noUnit = NoUnit(registry.Units);
        headings = new HeadingPlaces(stated, this);
    }

    /// <summary>The place, or what is wrong and in which column.</summary>
    public (StatedPlace Place, (LocalText Message, StaffField Field)? Wrong) Find(StaffRow row)
    {
        if (row.HasPlace)
            return Stated(row);
        var (place, wrong) = headings.Of(row);
        return (place, wrong is null ? null : (wrong, StaffField.School));
    }

    /// <summary>The school or the unit with a name or a code, or the office; null unless it is exactly one.</summary>
    public StatedPlace? Named(string text)
    {
        var (place, wrong) = FindSchool(new StaffRow(0) { School = text });
        return wrong is null ? place : null;
    }

    private (StatedPlace Place, (LocalText Message, StaffField Field)? Wrong) Stated(StaffRow row)
    {
        var (place, wrong) = FindSchool(row);
        if (wrong is not null || row.OrgUnit is not { } name || ofOffice.Contains(keyOf(name)))
            return (place, wrong);
        LocalText? refusal =
            Unit(name) is not { } unit ? noUnit
            : place.School is not null
                ? new(
                    "must not be given together with a school: somebody is appointed at one of them.",
                    "ต้องไม่ระบุพร้อมกับโรงเรียน บุคลากรดำรงตำแหน่งได้เพียงแห่งเดียว"
                )
            : place.Unit is { } other && other != unit
                ? new("is another unit than the one beside it.", "ไม่ใช่กลุ่มหรือหน่วยเดียวกับอีกคอลัมน์หนึ่ง")
            : null;
        return refusal is null
            ? (new StatedPlace(true, null, Unit(name)), null)
            : (default, (refusal, StaffField.OrgUnit));
    }

    private (StatedPlace Place, (LocalText Message, StaffField Field)? Wrong) FindSchool(StaffRow row)
    {
        School? coded = null;
        if (row.SchoolCode is { } code && (coded = OfCode(code)) is null)
            return (default, (UnknownCode(code), StaffField.SchoolCode));
        if (row.School is not { } name)
            return (new StatedPlace(coded is not null, coded), null);
        var named = OfCode(name) is { } given ? [given] : byName[NameKey(name, SchoolWords)].ToList();
        if (coded is null && named.Count == 0 && ofOffice.Contains(keyOf(name)))
            return (new StatedPlace(true, null), null);
        // A column for the place of work has the units of those who work in the office.
        if (coded is null && named.Count == 0 && Unit(name) is { } unit)
            return (new StatedPlace(true, null, unit), null);
        LocalText? wrong =
            named.Count == 0 ? new("is no school and no unit of the office.", "ไม่ใช่โรงเรียนหรือกลุ่มในสังกัดสำนักงาน")
            : coded is not null && !named.Contains(coded)
                ? new("is another school than the one with the code.", "ไม่ใช่โรงเรียนเดียวกับรหัสโรงเรียน")
            : coded is null && named.Count > 1
                ? new(
                    "is the name of several schools of the office; give the code.",
                    "เป็นชื่อของหลายโรงเรียนในสังกัด โปรดระบุรหัสโรงเรียน"
                )
            : null;
        return wrong is null ? (new StatedPlace(true, coded ?? named[0]), null) : (default, (wrong, StaffField.School));
    }

    /// <summary>The unit with a name, if there is exactly one.</summary>
    private OrgUnit? Unit(string name) => units[NameKey(name, UnitWords)].ToList() is [var unit] ? unit : null;

    private School? OfCode(string text) =>
        School.CodeOf(text) is { } code && byCode.TryGetValue(code, out var school) ? school : null;

    /// <summary>Lists the units that there are, as far as there are not too many to read.</summary>
    private static LocalText NoUnit(IReadOnlyList<OrgUnit> units)
    {
        if (units.Count == 0)
            return new LocalText(
                "is no unit of the office, which has none in the system.",
                "ไม่ใช่กลุ่มหรือหน่วยของสำนักงาน ซึ่งยังไม่มีกลุ่มในระบบ"
            );
        var more = units.Count - MostListed;
        var names = string.Join(", ", units.Take(MostListed).Select(unit => unit.Name));
        return new LocalText(
            $"is no unit of the office; it has {names}{(more > 0 ? $" and {more} more" : "")}.",
            $"ไม่ใช่กลุ่มหรือหน่วยของสำนักงาน ซึ่งมี {names}{(more > 0 ? $" และอีก {more} กลุ่ม" : "")}"
        );
    }

    private LocalText UnknownCode(string code) =>
        byCode.Keys.Any(known => known.TrimStart('0') == ThaiNumber.ToArabicDigits(code).TrimStart('0'))
            ? new LocalText(
                "differs from the code of a school by zeros at its beginning, which spreadsheets cut off; enter the whole code as text.",
                "ต่างจากรหัสของโรงเรียนเพียงเลขศูนย์ข้างหน้า ซึ่งโปรแกรมตารางมักตัดออก โปรดกรอกรหัสให้ครบในรูปแบบข้อความ"
            )
            : new LocalText("is the code of no school of the office.", "ไม่ใช่รหัสของโรงเรียนในสังกัดสำนักงาน");

    /// <param name="words">What may stand before the name.</param>
    private string NameKey(string name, string[] words)
    {
        var key = keyOf(name);
        foreach (var word in words)
        {
            if (key.StartsWith(word, StringComparison.Ordinal) && key.Length > word.Length)
                return key[word.Length..];
        }

        return key;
    }
}
