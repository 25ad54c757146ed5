using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>
/// Finds the person of each row, by what the registry holds before any row is applied and by what all rows say, so that
/// the order of the rows does not matter:
/// <list type="bullet">
/// <item>A row with a number is about the person with it. If nobody has it, it is about the only person of the same name
/// without a number, otherwise about somebody new.</item>
/// <item>A row without a number is about the only person of its name, otherwise about somebody new. Nobody else in the
/// registry, and no other row, may have the name.</item>
/// </list>
/// What is found again in the registry as the rows leave it is the same people, so that the same file changes nothing.
/// </summary>
internal sealed class PersonFinder
{
    private const int RowsNamed = 5;

    private readonly Func<string, string> keyOf;
    private readonly FaultCollector faults;
    private readonly ILookup<string, Person> byNumber;
    private readonly ILookup<string, Person> byName;

    public PersonFinder(IReadOnlyList<Person> people, Func<string, string> keyOf, FaultCollector faults)
    {
        (this.keyOf, this.faults) = (keyOf, faults);
        byNumber = people.Where(one => one.StaffNumber is not null).ToLookup(one => NumberKey(one.StaffNumber!));
        byName = people.ToLookup(one => keyOf(one.Name));
    }

    /// <summary>A staff number as it is compared.</summary>
    public static string NumberKey(string number) => SearchText.Fold(RegistryRules.Plain(number) ?? "");

    /// <summary>The rows whose person is clear, with the person; null for somebody new.</summary>
    public IReadOnlyList<(StaffRow Row, Person? Person)> Find(IReadOnlyList<StaffRow> rows)
    {
        var named = rows.Where(row => row.Name is not null).ToLookup(row => keyOf(row.Name!));
        var numbered = rows.Where(row => row.StaffNumber is not null).ToLookup(row => NumberKey(row.StaffNumber!));
        // Numbers without their zeros, to find out which may have lost them.
        var bare = byNumber.Select(one => one.Key).Concat(numbered.Select(one => one.Key)).Distinct().ToLookup(Bare);
        var found = new List<(StaffRow Row, Person? Person)>();
        foreach (var row in rows.Where(row => row.Name is not null))
        {
            var sameName = named[keyOf(row.Name!)].ToList();
            var person = row.StaffNumber is { } number
                ? OfNumber(row, NumberKey(number), numbered, bare, sameName)
                : OfName(row, sameName);
            if (person.IsClear)
                found.Add((row, person.Person));
        }

        var twice = found.Where(one => one.Person is not null).GroupBy(one => one.Person).Where(Several).ToList();
        foreach (var one in twice.SelectMany(group => group))
            faults.Add(
                one.Row,
                new LocalText(
                    $"is about the same person as another row (rows {Named(twice.Single(group => group.Key == one.Person).Select(two => two.Row))}).",
                    $"เป็นบุคลากรคนเดียวกับแถวอื่น (แถวที่ {Named(twice.Single(group => group.Key == one.Person).Select(two => two.Row))})"
                )
            );
        var unclear = twice.SelectMany(group => group).Select(one => one.Row.Number).ToHashSet();
        return [.. found.Where(one => !unclear.Contains(one.Row.Number))];
    }

    private (bool IsClear, Person? Person) OfNumber(
        StaffRow row,
        string number,
        ILookup<string, StaffRow> numbered,
        ILookup<string, string> bare,
        List<StaffRow> sameName
    )
    {
        var holders = byNumber[number].ToList();
        if (numbered[number].Skip(1).Any())
            return Unclear(
                row,
                StaffField.StaffNumber,
                new LocalText(
                    $"is the number of several rows ({Named(numbered[number])}).",
                    $"ซ้ำกันหลายแถว (แถวที่ {Named(numbered[number])})"
                )
            );
        if (holders.Count > 1)
            return Unclear(
                row,
                StaffField.StaffNumber,
                new LocalText(
                    "is the number of several people in the registry.",
                    "เป็นเลขประจำตัวของบุคลากรหลายคนในทะเบียน"
                )
            );
        if (holders is [var holder])
            return (true, holder);
        if (bare[Bare(number)].Any(other => other != number))
            return Unclear(
                row,
                StaffField.StaffNumber,
                new LocalText(
                    "differs from another number by zeros at its beginning, which spreadsheets cut off; format the column as text, and enter the whole number.",
                    "ต่างจากเลขอื่นเพียงเลขศูนย์ข้างหน้า ซึ่งโปรแกรมตารางมักตัดออก โปรดจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกเลขให้ครบ"
                )
            );
        var unnumbered = byName[keyOf(row.Name!)].Where(one => one.StaffNumber is null).ToList();
        // Rows whose number is somebody's are not about those without one.
        var rivals = sameName.Where(other =>
            other != row && !(other.StaffNumber is { } given && byNumber.Contains(NumberKey(given)))
        );
        if (unnumbered.Count > 1 || (unnumbered.Count == 1 && rivals.Any()))
            return Unclear(
                row,
                StaffField.StaffNumber,
                new LocalText(
                    "may be the number of more than one person of this name; give it to the right one first (updatePerson).",
                    "อาจเป็นเลขของบุคลากรชื่อเดียวกันมากกว่าหนึ่งคน โปรดกำหนดเลขให้คนที่ถูกต้องก่อน (updatePerson)"
                )
            );
        return (true, unnumbered.FirstOrDefault());
    }

    private (bool IsClear, Person? Person) OfName(StaffRow row, List<StaffRow> sameName)
    {
        var people = byName[keyOf(row.Name!)].ToList();
        return people.Count > 1 || sameName.Count > 1
            ? Unclear(
                row,
                null,
                new LocalText(
                    $"has a name that another {(sameName.Count > 1 ? "row" : "person in the registry")} has, too; a staff number is needed to tell them apart.",
                    $"มีชื่อซ้ำกับ{(sameName.Count > 1 ? "แถวอื่น" : "บุคลากรอื่นในทะเบียน")} ต้องระบุรหัสบุคลากรเพื่อแยกบุคคล"
                )
            )
            : (true, people.FirstOrDefault());
    }

    private (bool IsClear, Person? Person) Unclear(StaffRow row, StaffField? field, LocalText message)
    {
        if (field is { } one)
            faults.Add(row, message, one);
        else
            faults.Add(row, message);
        return (false, null);
    }

    private static string Bare(string number) => number.TrimStart('0');

    private static bool Several<T>(IEnumerable<T> group) => group.Skip(1).Any();

    private static string Named(IEnumerable<StaffRow> rows)
    {
        var numbers = rows.Select(row => row.Number).Order().ToList();
        return string.Join(", ", numbers.Take(RowsNamed)) + (numbers.Count > RowsNamed ? " …" : "");
    }
}
