using CsCheck;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>
/// For every list of staff: in whatever form and order its rows come, the registry becomes the same, and the same file
/// again changes nothing.
/// </summary>
public sealed class StaffImportPropertyTests
{
    private static readonly string[] ThaiHeaders =
    [
        "รหัสบุคลากร",
        "เลขประจำตัวประชาชน",
        "คำนำหน้า",
        "ชื่อ",
        "นามสกุล",
        "โรงเรียน",
        "กลุ่มงาน",
        "ประเภท",
        "ตำแหน่ง",
        "วิทยฐานะ",
        "วันเริ่ม",
        "ถึงวันที่",
        "ผู้บังคับบัญชา",
        "ใช้ชื่อนี้ตั้งแต่",
        "หมายเลขโทรศัพท์",
    ];

    private static readonly string[] EnglishHeaders =
    [
        "Staff No.",
        "Citizen ID",
        "TITLE",
        "First name",
        "Last name",
        "School",
        "Org. unit",
        "Category",
        "Position",
        "Academic standing",
        "From",
        "To",
        "Supervisor",
        "Name from",
        "Telephone",
    ];

    /// <summary>Numbers with the right check digit, as people write them.</summary>
    private static readonly string[] Citizens =
    [
        .. Enumerable
            .Range(0, 30)
            .Select(n =>
            {
                var digits = $"34301000{n:0000}";
                var sum = digits.Select((digit, place) => (digit - '0') * (13 - place)).Sum();
                digits += (11 - (sum % 11)) % 10;
                return n % 3 == 0 ? digits
                    : n % 3 == 1 ? $"{digits[0]}-{digits[1..5]}-{digits[5..10]}-{digits[10..12]}-{digits[12]}"
                    : ThaiNumber.ToThaiDigits(digits);
            }),
    ];

    private static readonly string[] Given = ["สมชาย", "สมหญิง", "ประภาส", "มานี", "ก้าน", "น้ำ", "กำไร"];
    private static readonly string[] Surnames = ["ใจดี", "ใจกว้าง", "ณ หนองคาย", "บุญมา", "คำแก้ว", "ปู่สิงห์"];

    private static readonly Gen<string[]> Row =
        from number in Gen.Frequency(
            (3, Gen.Int[1, 60].Select(n => n.ToString("0000", null))),
            (1, Gen.Int[1, 60].Select(n => $"๐๐{n}")),
            (2, Gen.Const(""))
        )
        from citizen in Gen.Frequency((1, Gen.Int[0, Citizens.Length - 1].Select(i => Citizens[i])), (1, Gen.Const("")))
        from title in Any("นาย", "นาง", "น.ส.", "")
        from given in Any(Given)
        from surname in Any(Surnames)
        from school in Any(
            "โรงเรียนบ้านหนองแวง",
            "บ้านหนองแวง",
            "ร.ร.บ้านโพธิ์",
            "0430003",
            "",
            "",
            "สำนักงาน",
            "หน่วยตรวจสอบภายใน"
        )
        from unit in Any("", "", "", "", "กลุ่มอำนวยการ", "อำนวยการ", "หน่วยงานอื่น", "สำนักงาน")
        from category in Any("ข้าราชการครู", "GOVERNMENT_EMPLOYEE", "38ค.(2)", "อัตราจ้าง", "พนักงาน ราชการ")
        from position in Any("ครู", "ผู้อำนวยการโรงเรียน", "นักจัดการงานทั่วไป, ชำนาญการ", "ครู\nผู้ช่วย")
        from standing in Any("", "ครูชำนาญการ", "ชำนาญการพิเศษ", "-")
        from day in Gen.Int[0, 4000].Select(days => new DateOnly(2010, 1, 1).AddDays(days))
        from form in Gen.Int[0, 4]
        from to in Gen.Frequency((3, Gen.Const("")), (1, Gen.Const("30 ก.ย. 2568")))
        from supervisor in Gen.Frequency((3, Gen.Const("")), (1, Gen.Int[1, 60].Select(n => n.ToString("0000", null))))
        from since in Gen.Frequency((2, Gen.Const("")), (1, Gen.Const("14/2/2564")))
        select new[]
        {
            number,
            citizen,
            title,
            given,
            surname,
            school,
            unit,
            category,
            position,
            standing,
            Date(day, form),
            to,
            supervisor,
            since,
            "042-411 234",
        };

    private static readonly Gen<string[][]> Rows = Row.Array[1, 8];

    /// <summary>
    /// Most lists are refused, because names and numbers are few, which tests the same: a list is refused in every form
    /// and order, or in none.
    /// </summary>
    [Fact]
    public void Any_form_and_order_of_the_same_rows_gives_the_same_registry_and_again_nothing()
    {
        var (accepted, refused) = (0, 0);
        Gen.Select(Rows, Rows, Gen.Int[0, 1_000_000])
            .Sample(
                (before, rows, seed) =>
                {
                    var plain = Imported(before, rows, Table.Dresses["UTF-8"], [ThaiHeaders]);
                    var random = new Random(seed);
                    var order = rows.ToArray();
                    random.Shuffle(order);
                    var columns = Enumerable.Range(0, ThaiHeaders.Length).ToArray();
                    random.Shuffle(columns);
                    var dress = Table.Dresses.ElementAt(random.Next(Table.Dresses.Count));
                    var other = Imported(
                        [.. before.Select(row => Shuffled(row))],
                        [.. order.Select(row => Shuffled(row))],
                        dress.Value,
                        Heads(Shuffled(random.Next(2) == 0 ? ThaiHeaders : EnglishHeaders), random)
                    );
                    other.ShouldBe(plain, $"{dress.Key}, seed {seed}");
                    Interlocked.Increment(ref plain is ["refused", ..] ? ref refused : ref accepted);

                    string[] Shuffled(string[] row) => [.. columns.Select(column => row[column])];
                },
                iter: 3_000
            );
        accepted.ShouldBeGreaterThan(200);
        refused.ShouldBeGreaterThan(200);
    }

    /// <summary>The same headers in one row or in several, as offices print them.</summary>
    private static string[][] Heads(string[] headers, Random random)
    {
        var above = headers.Select(_ => random.Next(2) == 0).ToArray();
        string[] group = [.. above.Select(there => there ? "ข้อมูลปัจจุบัน" : "")];
        string[] numbers = [.. headers.Select((_, i) => $"({i + 1})")];
        return random.Next(6) switch
        {
            0 => [headers],
            1 => [headers, numbers],
            // As merged cells over two rows leave them, written to CSV.
            2 =>
            [
                [.. headers.Select((one, i) => above[i] ? one : "")],
                [.. headers.Select((one, i) => above[i] ? "" : one)],
            ],
            3 => [group, headers],
            4 => [group, headers, numbers],
            _ =>
            [
                ["บัญชีรายชื่อ"],
                group,
                headers,
                numbers,
                headers,
            ],
        };
    }

    /// <summary>The registry after both lists, the second one twice.</summary>
    private static IReadOnlyList<string> Imported(
        string[][] before,
        string[][] rows,
        Func<string[][], byte[]> dress,
        string[][] heads
    )
    {
        var registry = new Registry();
        registry.Import(dress([.. heads, .. before]));
        var file = dress([.. heads, .. rows]);
        var result = registry.Import(file);
        if (!result.Succeeded)
            return ["refused"];
        var state = registry.State;
        registry.Import(file).Value.ShouldBe(0, string.Join('\n', state));
        registry.State.ShouldBe(state);
        return state;
    }

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Date(DateOnly day, int form) =>
        form switch
        {
            0 => $"{day:O}",
            1 => $"{day.Day}/{day.Month}/{day.Year + 543}",
            2 => ThaiNumber.ToThaiDigits($"{day.Day} {ThaiDate.NameOf(day.Month)} {day.Year + 543}"),
            3 => $"{day.Day} {ThaiDate.ShortNameOf(day.Month)} พ.ศ. {day.Year + 543}",
            _ => $"{day.Day:00}-{day.Month:00}-{day.Year}",
        };
}
