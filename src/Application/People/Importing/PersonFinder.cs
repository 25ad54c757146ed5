using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>
/// Finds the person of each row, by what the registry holds before any row is applied and by what all rows say, so that
/// the order of the rows does not matter:
/// <list type="bullet">
/// <item>A row with a staff number or an identity is about the person who has it. If nobody does, it is about the only
/// person of the same name who could have it, because the registry has no other one of the person, and otherwise about
/// somebody new.</item>
/// <item>A row with neither is about the only person of its name, otherwise about somebody new. Nobody else in the
/// registry, and no other row, may have the name.</item>
/// </list>
/// Each row finds the same person again in the registry as the rows leave it, so that the same file changes nothing.
/// </summary>
internal sealed class PersonFinder
{
    private const int RowsNamed = 5;

    private static readonly StaffField[] Identity = [StaffField.CitizenId, StaffField.PassportNumber];

    private readonly Func<string, string> keyOf;
    private readonly FaultCollector faults;
    private readonly IReadOnlyList<StaffRow> rows;
    private readonly ILookup<string, Person> byNumber;
    private readonly ILookup<string, Person> byIdentity;
    private readonly ILookup<string, Person> byName;
    private readonly ILookup<string, Person> byFormerName;
    private readonly ILookup<string, StaffRow> numbered;
    private readonly ILookup<string, StaffRow> identified;
    private readonly ILookup<string, StaffRow> named;

    /// <summary>Numbers without the zeros at their beginning, to find out which may have lost them.</summary>
    private readonly ILookup<string, string> bare;

    public PersonFinder(
        IReadOnlyList<Person> people,
        IReadOnlyList<StaffRow> rows,
        Func<string, string> keyOf,
        FaultCollector faults
    )
    {
        (this.rows, this.keyOf, this.faults) = ([.. rows.Where(row => row.Name is not null)], keyOf, faults);
        byNumber = people.Where(one => one.StaffNumber is not null).ToLookup(one => NumberKey(one.StaffNumber!));
        byIdentity = people
            .Where(one => one.IdentityDigest is not null)
            .ToLookup(one => Convert.ToHexString(one.IdentityDigest!));
        byName = people.ToLookup(one => keyOf(one.Name));
        byFormerName = people
            .SelectMany(one => one.Names.Select(held => (Key: keyOf(held.Name), Person: one)))
            .Where(held => held.Key != keyOf(held.Person.Name))
            .Distinct()
            .ToLookup(held => held.Key, held => held.Person);
        numbered = rows.Where(row => row.StaffNumber is not null).ToLookup(row => NumberKey(row.StaffNumber!));
        identified = rows.Where(row => row.Identity is not null).ToLookup(row => row.Identity!);
        named = this.rows.ToLookup(row => keyOf(row.Name!));
        bare = byNumber.Select(one => one.Key).Concat(numbered.Select(one => one.Key)).Distinct().ToLookup(Bare);
    }

    /// <summary>A staff number as it is compared.</summary>
    public static string NumberKey(string number) => SearchText.Fold(RegistryRules.Plain(number) ?? "");

    /// <summary>The rows whose person is clear, with the person; null for somebody new.</summary>
    public IReadOnlyList<(StaffRow Row, Person? Person)> Find()
    {
        var keyed = rows.Select(row => (Row: row, Found: ByKeys(row))).ToList();
        var known = keyed.Select(one => one.Found.Person).OfType<Person>().ToHashSet();
        var unknown = keyed
            .Where(one => one.Found is { IsClear: true, Person: null })
            .Select(one => one.Row)
            .ToHashSet();
        var found = new List<(StaffRow Row, Person? Person)>();
        foreach (var (row, byKeys) in keyed)
        {
            if (!byKeys.IsClear)
                continue;
            var one =
                byKeys.Person is not null ? byKeys
                : row.StaffNumber is null && row.Identity is null ? OfName(row)
                : OfNamesake(row, known, unknown);
            if (one.IsClear)
                found.Add((row, one.Person));
        }

        return WithoutRepeated(found);
    }

    /// <summary>The person who has the number or the identity of a row; null if nobody does.</summary>
    private (bool IsClear, Person? Person) ByKeys(StaffRow row)
    {
        var isClear = true;
        Person? holder = null;
        if (row.StaffNumber is { } number && NumberKey(number) is var key)
        {
            holder = byNumber[key].FirstOrDefault();
            isClear =
                !IsRepeated(row, numbered[key], StaffField.StaffNumber)
                && !IsShared(row, byNumber[key])
                && (holder is not null || !HasLostZeros(row, key));
        }

        if (row.Identity is not { } identity)
            return (isClear, holder);
        isClear &= !IsRepeated(row, identified[identity], Identity);
        var known = byIdentity[identity].FirstOrDefault();
        LocalText? wrong =
            holder is not null && known is not null && holder != known
                ? new(
                    "is that of another person than the one with the staff number.",
                    "เป็นของบุคลากรคนอื่นที่ไม่ใช่เจ้าของรหัสบุคลากร"
                )
            : known is null && holder?.IdentityDigest is not null
                ? new(
                    "is another one than the person with the staff number has on record.",
                    "ต่างจากที่บันทึกไว้ของเจ้าของรหัสบุคลากร"
                )
            : holder is null && row.StaffNumber is not null && known?.StaffNumber is not null
                ? new(
                    "is that of somebody with another staff number on record; updatePerson changes it.",
                    "เป็นของบุคลากรที่มีรหัสบุคลากรอื่นในทะเบียน ให้เปลี่ยนด้วย updatePerson"
                )
            : null;
        if (wrong is not null)
            faults.Add(row, wrong, Identity);
        return (isClear && wrong is null, holder ?? known);
    }

    /// <summary>Nobody has the keys of the row: it may be somebody of the same name who has none on record.</summary>
    private (bool IsClear, Person? Person) OfNamesake(StaffRow row, HashSet<Person> known, HashSet<StaffRow> unknown)
    {
        var name = keyOf(row.Name!);
        var namesakes = byName[name]
            .Where(one =>
                !known.Contains(one)
                && (row.StaffNumber is null || one.StaffNumber is null)
                && (row.Identity is null || one.IdentityDigest is null)
            )
            .ToList();
        var former = byFormerName[name]
            .Any(one =>
                !known.Contains(one)
                && (row.StaffNumber is null || one.StaffNumber is null)
                && (row.Identity is null || one.IdentityDigest is null)
            );
        var isUnclear =
            namesakes.Count > 1
            || former
            || (namesakes.Count == 1 && named[name].Any(other => other != row && unknown.Contains(other)));
        if (!isUnclear)
            return (true, namesakes.FirstOrDefault());
        faults.Add(
            row,
            new LocalText(
                "may be that of more than one person of this name; give it to the right one first (updatePerson).",
                "อาจเป็นของบุคลากรชื่อเดียวกันมากกว่าหนึ่งคน โปรดกำหนดให้คนที่ถูกต้องก่อน (updatePerson)"
            ),
            row.StaffNumber is null ? Identity : [StaffField.StaffNumber]
        );
        return (false, null);
    }

    private (bool IsClear, Person? Person) OfName(StaffRow row)
    {
        var name = keyOf(row.Name!);
        var people = byName[name].ToList();
        var isRepeated = named[name].Skip(1).Any();
        if (people.Count == 0 && byFormerName[name].Any())
        {
            faults.Add(
                row,
                new LocalText(
                    "has a name that somebody in the registry had before; a staff number or citizen id is needed to tell who is meant.",
                    "มีชื่อตรงกับชื่อเดิมของบุคลากรในทะเบียน ต้องระบุรหัสบุคลากรหรือเลขประจำตัวประชาชนเพื่อระบุว่าเป็นผู้ใด"
                )
            );
            return (false, null);
        }

        if (people.Count <= 1 && !isRepeated)
            return (true, people.FirstOrDefault());
        faults.Add(
            row,
            new LocalText(
                $"has a name that another {(isRepeated ? "row" : "person in the registry")} has, too; a staff number or citizen id is needed to tell them apart.",
                $"มีชื่อซ้ำกับ{(isRepeated ? "แถวอื่น" : "บุคลากรอื่นในทะเบียน")} ต้องระบุรหัสบุคลากรหรือเลขประจำตัวประชาชนเพื่อแยกบุคคล"
            )
        );
        return (false, null);
    }

    private List<(StaffRow Row, Person? Person)> WithoutRepeated(List<(StaffRow Row, Person? Person)> found)
    {
        var repeated = found
            .Where(one => one.Person is not null)
            .GroupBy(one => one.Person!, one => one.Row)
            .Where(group => group.Skip(1).Any())
            .ToDictionary(group => group.Key, group => Named(group));
        foreach (var (row, person) in found)
        {
            if (person is not null && repeated.TryGetValue(person, out var named))
                faults.Add(
                    row,
                    new LocalText(
                        $"is about the same person as another row (rows {named}).",
                        $"เป็นบุคลากรคนเดียวกับแถวอื่น (แถวที่ {named})"
                    )
                );
        }

        return found.FindAll(one => one.Person is null || !repeated.ContainsKey(one.Person));
    }

    private bool IsRepeated(StaffRow row, IEnumerable<StaffRow> same, params IReadOnlyList<StaffField> fields)
    {
        if (!same.Skip(1).Any())
            return false;
        var named = Named(same);
        faults.Add(row, new LocalText($"stands in several rows ({named}).", $"ซ้ำกันหลายแถว (แถวที่ {named})"), fields);
        return true;
    }

    private bool IsShared(StaffRow row, IEnumerable<Person> holders)
    {
        if (!holders.Skip(1).Any())
            return false;
        faults.Add(
            row,
            new LocalText("is the number of several people in the registry.", "เป็นรหัสของบุคลากรหลายคนในทะเบียน"),
            StaffField.StaffNumber
        );
        return true;
    }

    private bool HasLostZeros(StaffRow row, string number)
    {
        if (!bare[Bare(number)].Any(other => other != number))
            return false;
        faults.Add(
            row,
            new LocalText(
                "differs from another number by zeros at its beginning, which spreadsheets cut off; format the column as text, and enter the whole number.",
                "ต่างจากเลขอื่นเพียงเลขศูนย์ข้างหน้า ซึ่งโปรแกรมตารางมักตัดออก โปรดจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกเลขให้ครบ"
            ),
            StaffField.StaffNumber
        );
        return true;
    }

    private static string Bare(string number) => number.TrimStart('0');

    private static string Named(IEnumerable<StaffRow> rows)
    {
        var numbers = rows.Select(row => row.Number).Order().ToList();
        return string.Join(", ", numbers.Take(RowsNamed)) + (numbers.Count > RowsNamed ? " …" : "");
    }
}
