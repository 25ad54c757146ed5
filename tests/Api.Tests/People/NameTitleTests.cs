using System.Text.RegularExpressions;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>The database and the service read the same titles before a name.</summary>
public sealed partial class NameTitleTests(PlanService service) : LedgerTestsBase(service)
{
    private static readonly string[] Titles =
    [
        "",
        "นาย",
        "นาง",
        "นางสาว",
        "น.ส.",
        "น. ส. ",
        "นส.",
        "ดร.",
        "ว่าที่ ",
        "ว่าที่ร้อยตรี",
        "ร.ต.",
        "ร. ต. อ.",
        "พ.อ.อ.",
        "พ.อ.",
        "พ.จ.ต.",
        "จ.ส.อ.",
        "ส.ต.ท.",
        "ด.ต.",
        "พล.อ.",
        "พล.ต.ต.",
        "พลตำรวจตรี",
        "พลอากาศเอก",
        "เรือเอก",
        "นาวาตรี",
        "สิบเอก",
        "จ่าสิบตำรวจ",
        "นายดาบตำรวจ",
        "หญิง",
        " หญิง ",
        "ม.ร.ว.",
        "ม.ล.",
        "นพ.",
        "นายแพทย์",
        "ผศ.",
        "ผู้ช่วยศาสตราจารย์",
        "พระครู",
        "Mr.",
        "MRS ",
        "miss ",
        "Prof. ",
    ];

    private static readonly string[] Given =
    [
        "สมชาย",
        "สาวิตรี",
        "ดรุณี",
        "หญิงแก้ว",
        "เอกชัย",
        "พลเอก",
        "Ann",
        "อำไพ",
        "ๆ",
    ];

    [Fact]
    public async Task They_are_the_same_for_any_titles_in_a_row()
    {
        var random = new Random(18);
        var printed = Enumerable
            .Range(0, 3_000)
            .Select(_ =>
                string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => Titles[random.Next(Titles.Length)]))
                + Given[random.Next(Given.Length)]
                + (random.Next(4) == 0 ? "" : " ใจดี")
            )
            // Which may be นาย and แพทย์หญิง, too.
            .Where(name => !name.Contains("นายแพทย์หญิง", StringComparison.Ordinal))
            .ToArray();
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand("SELECT printed, name_key(printed) FROM unnest($1) AS printed");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = printed });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var count = 0;
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var name = SearchText.Fold(PersonName.Of(reader.GetString(0)).Proper);
            reader.GetString(1).ShouldBe(Signs().Replace(name, ""), reader.GetString(0));
            count++;
        }

        count.ShouldBe(printed.Length);
    }

    [GeneratedRegex(@"[\s.,;]+")]
    private static partial Regex Signs();
}
