using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>Where a row says that somebody is appointed.</summary>
/// <param name="IsStated">Whether it says so.</param>
/// <param name="School">Null for the office itself.</param>
internal readonly record struct StatedPlace(bool IsStated, School? School);

/// <summary>Finds the schools of an office by code or name, with or without the word for school before it.</summary>
internal sealed class PlaceFinder
{
    private static readonly string[] SchoolWords = ["โรงเรียน", "รร"];
    private static readonly string[] OfficeWords = ["สำนักงาน", "สำนักงานเขตพื้นที่การศึกษา"];

    private readonly Func<string, string> keyOf;
    private readonly Dictionary<string, School> byCode;
    private readonly ILookup<string, School> byName;
    private readonly HashSet<string> ofOffice;

    public PlaceFinder(Office office, IReadOnlyList<School> schools, Func<string, string> keyOf)
    {
        this.keyOf = keyOf;
        byCode = schools.ToDictionary(school => school.Code);
        byName = schools.ToLookup(school => NameKey(school.Name));
        ofOffice = [.. OfficeWords.Append(office.Code).Append(office.Name).Select(keyOf)];
    }

    /// <summary>The place, or what is wrong and in which column.</summary>
    public (StatedPlace Place, (LocalText Message, StaffField Field)? Wrong) Find(StaffRow row)
    {
        School? coded = null;
        if (row.SchoolCode is { } code && (coded = OfCode(code)) is null)
            return (default, (UnknownCode(code), StaffField.SchoolCode));
        if (row.School is not { } name)
            return (new StatedPlace(coded is not null, coded), null);
        var named = OfCode(name) is { } given ? [given] : byName[NameKey(name)].ToList();
        if (coded is null && named.Count == 0 && ofOffice.Contains(keyOf(name)))
            return (new StatedPlace(true, null), null);
        LocalText? wrong =
            named.Count == 0 ? new("is no school of the office.", "ไม่ใช่โรงเรียนในสังกัดสำนักงาน")
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

    private School? OfCode(string text) =>
        School.CodeOf(text) is { } code && byCode.TryGetValue(code, out var school) ? school : null;

    private LocalText UnknownCode(string code) =>
        byCode.Keys.Any(known => known.TrimStart('0') == ThaiNumber.ToArabicDigits(code).TrimStart('0'))
            ? new LocalText(
                "differs from the code of a school by zeros at its beginning, which spreadsheets cut off; enter the whole code as text.",
                "ต่างจากรหัสของโรงเรียนเพียงเลขศูนย์ข้างหน้า ซึ่งโปรแกรมตารางมักตัดออก โปรดกรอกรหัสให้ครบในรูปแบบข้อความ"
            )
            : new LocalText("is the code of no school of the office.", "ไม่ใช่รหัสของโรงเรียนในสังกัดสำนักงาน");

    private string NameKey(string name)
    {
        var key = keyOf(name);
        foreach (var word in SchoolWords)
        {
            if (key.StartsWith(word, StringComparison.Ordinal) && key.Length > word.Length)
                return key[word.Length..];
        }

        return key;
    }
}
