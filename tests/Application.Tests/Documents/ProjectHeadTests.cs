using System.Text;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// The lines above a project's first section in the words that offices use: each combination is read the same, and
/// what is not one project, strategy or position is reported.
/// </summary>
public sealed class ProjectHeadTests
{
    private const string Heading = "\nโครงการ\tพัฒนาครูใหม่";
    private const string Strategy = "กลยุทธ์ สพท.\tกลยุทธ์ที่ 1 พัฒนาครูทั้งเขต";

    private static readonly string[] NumberWords = ["โครงการที่", "โครงการ ที่", "ชื่อโครงการที่", "โครงการลำดับที่"];

    private static readonly string[] Behind =
    [
        "\t",
        " ",
        " : ",
        ": โครงการ",
        "\nโครงการ\t",
        "\n\nชื่อโครงการ : ",
        "\n",
    ];

    private static readonly string[] StrategyLabels =
    [
        "สนองกลยุทธ์",
        "ตอบสนองกลยุทธ์",
        "สอดคล้องกับกลยุทธ์",
        "สอดคล้องกลยุทธ์",
        "ความสอดคล้องกับกลยุทธ์",
        "ความเชื่อมโยงกับกลยุทธ์",
        "รองรับกลยุทธ์",
        "ภายใต้กลยุทธ์",
        "กลยุทธ์",
    ];

    private static readonly string[] StrategyValues =
    [
        "ที่ {0}",
        "ข้อที่ {0}",
        "ข้อ {0}",
        " ที่ {0}",
        "\tที่ {0}",
        "\tข้อที่ {0}",
        "\t{0}",
        " : {0}",
        "ที่\t{0}",
        "ข้อที่\t{0}",
        "\tกลยุทธ์ที่ {0}",
        " สพป.น่าน เขต 1\tกลยุทธ์ที่ {0}",
        "\tกลยุทธ์ข้อที่ {0}",
    ];

    /// <summary>Owners as printed, and as "name/position; name/position".</summary>
    public static TheoryData<string, string> Owners { get; } =
        new()
        {
            { "นางสาวหนึ่ง ใจดี นักวิชาการศึกษาชำนาญการ", "นางสาวหนึ่ง ใจดี/นักวิชาการศึกษาชำนาญการ" },
            { "นายหนึ่ง ใจดี และคณะ ตำแหน่ง ครู", "นายหนึ่ง ใจดี/ครู" },
            { "นายหนึ่ง ใจดี ตำแหน่ง ครู และคณะ", "นายหนึ่ง ใจดี/ครู" },
            { "นายหนึ่ง ใจดี (ครู) และคณะทำงาน", "นายหนึ่ง ใจดี/ครู" },
            { "นายหนึ่ง ใจดี ผอ.กลุ่มพัฒนาครู", "นายหนึ่ง ใจดี/ผอ.กลุ่มพัฒนาครู" },
            { "นายหนึ่ง ใจดี, ผอ.กลุ่มพัฒนาครู", "นายหนึ่ง ใจดี/ผอ.กลุ่มพัฒนาครู" },
            { "นายหนึ่ง ใจดี - รอง ผอ.สพป.น่าน เขต 1", "นายหนึ่ง ใจดี/รอง ผอ.สพป.น่าน เขต 1" },
            { "ผอ.กลุ่มพัฒนาครู : นายหนึ่ง ใจดี", "นายหนึ่ง ใจดี/ผอ.กลุ่มพัฒนาครู" },
            { "นายหนึ่ง ใจดี ตำแหน่ง ผอ.กลุ่มพัฒนาครู", "นายหนึ่ง ใจดี/ผอ.กลุ่มพัฒนาครู" },
            {
                "นายหนึ่ง ใจดี นักวิชาการศึกษา รักษาการในตำแหน่งผู้อำนวยการกลุ่ม",
                "นายหนึ่ง ใจดี/นักวิชาการศึกษา รักษาการในตำแหน่งผู้อำนวยการกลุ่ม"
            },
            { "ว่าที่ ร.ต.หนึ่ง ใจดี นิติกร", "ว่าที่ ร.ต.หนึ่ง ใจดี/นิติกร" },
            { "นางสาวหนึ่ง ณ น่าน ครู โรงเรียนบ้านนา", "นางสาวหนึ่ง ณ น่าน/ครู โรงเรียนบ้านนา" },
            { "นายหนึ่ง ครูดี ตำแหน่ง พนักงานราชการ", "นายหนึ่ง ครูดี/พนักงานราชการ" },
            {
                "1. นายหนึ่ง ใจดี ผอ.กลุ่มพัฒนาครู 2. นางสอง ดีใจ ศึกษานิเทศก์",
                "นายหนึ่ง ใจดี/ผอ.กลุ่มพัฒนาครู; นางสอง ดีใจ/ศึกษานิเทศก์"
            },
            {
                "นายหนึ่ง ใจดี นักวิชาการศึกษา / นางสอง ดีใจ ศึกษานิเทศก์",
                "นายหนึ่ง ใจดี/นักวิชาการศึกษา; นางสอง ดีใจ/ศึกษานิเทศก์"
            },
            {
                "นายหนึ่ง ใจดี ผอ.กลุ่มพัฒนาครู\n\tนางสอง ดีใจ เจ้าพนักงานธุรการ",
                "นายหนึ่ง ใจดี/ผอ.กลุ่มพัฒนาครู; นางสอง ดีใจ/เจ้าพนักงานธุรการ"
            },
        };

    [Fact]
    public void The_number_in_a_heading_is_not_part_of_the_name()
    {
        foreach (var words in NumberWords)
        {
            foreach (var number in (string[])["1", "๑", "01", "1."])
            {
                foreach (var behind in Behind)
                {
                    var text = Edited(Heading, $"\n{words} {number}{behind}พัฒนาครูใหม่");
                    var plan = Read(text);
                    SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected, text);
                    plan.DevelopmentPlan.Projects[0].NamePrinted.ShouldBe("พัฒนาครูใหม่", text);
                    Reports(plan).ShouldBeEmpty(text);
                }
            }
        }
    }

    [Fact]
    public void A_project_without_a_list_has_the_number_of_its_heading()
    {
        var text = Edited(Heading, "\nโครงการที่ 4 พัฒนาครูใหม่")
            .Replace("ที่\tชื่อโครงการ\n1\tโครงการพัฒนาครูใหม่\n\n", "", StringComparison.Ordinal);
        Read(text).DevelopmentPlan.Projects.ShouldHaveSingleItem().Number.ShouldBe(4);
    }

    [Fact]
    public void Another_number_than_that_of_the_list_is_reported() =>
        Reports(Read(Edited(Heading, "\nโครงการที่ 9 พัฒนาครูใหม่"))).ShouldContain("โครงการที่ 9 พัฒนาครูใหม่");

    [Fact]
    public void The_strategy_is_found_by_its_number_in_any_words()
    {
        foreach (var label in StrategyLabels)
        {
            foreach (var value in StrategyValues)
            {
                foreach (var number in (string[])["1", "๑"])
                {
                    foreach (var name in (string[])["", " พัฒนาครูทั้งเขต", " : พัฒนาครูทั้งเขต"])
                    {
                        var text = Edited(Strategy, label + string.Format(null, value, number) + name);
                        var plan = Read(text);
                        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected, text);
                        Reports(plan).ShouldBeEmpty(text);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("สนองกลยุทธ์ที่ 9")]
    [InlineData("สนองกลยุทธ์ที่ 1 และ 2")]
    [InlineData("สนองกลยุทธ์ข้อที่ ๑, ๓")]
    [InlineData("กลยุทธ์ สพท.\tกลยุทธ์ที่ 1 และกลยุทธ์ที่ 2")]
    public void What_is_not_one_strategy_of_the_plan_is_reported(string printed)
    {
        var plan = Read(Edited(Strategy, printed));
        plan.DevelopmentPlan.Projects[0].Strategy.ShouldBe(0);
        FindingRules.Check(plan).ShouldContain(found => found.Rule.Code == "PROJECT_WITHOUT_STRATEGY");
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void Positions_are_found_with_and_without_their_label(string printed, string owners)
    {
        var plan = Read(WithOwners(printed));
        string.Join("; ", plan.DevelopmentPlan.Projects[0].Owners.Select(owner => $"{owner.Name}/{owner.Position}"))
            .ShouldBe(owners);
        Reports(plan).ShouldBeEmpty();
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ผอ.กลุ่มพัฒนาครู", "")]
    [InlineData("นายหนึ่ง ใจดี ตำแหน่ง นักวิชาการศึกษา ตำแหน่ง ผอ.กลุ่ม", "นายหนึ่ง ใจดี")]
    [InlineData("นายหนึ่ง ใจดี ตำแหน่ง นักวิชาการศึกษา, นายหนึ่ง ใจดี ตำแหน่ง ผอ.กลุ่ม", "นายหนึ่ง ใจดี")]
    [InlineData("ผอ.กลุ่มพัฒนาครู นายหนึ่ง ใจดี นักวิชาการศึกษา", "นายหนึ่ง ใจดี")]
    public void A_position_without_one_person_is_reported_and_is_no_owner(string printed, string names)
    {
        var plan = Read(WithOwners(printed));
        string.Join("; ", plan.DevelopmentPlan.Projects[0].Owners.Select(owner => owner.Name)).ShouldBe(names);
        Reports(plan).ShouldContain(printed);
    }

    private static List<string> Reports(PlanFile plan) => [.. plan.Reading!.Unread.Select(passage => passage.Text)];

    private static string WithOwners(string printed) => SmallPlan.Text(new Clothes { OwnerText = printed });

    private static string Edited(string from, string to)
    {
        var text = SmallPlan.Text(new Clothes());
        text.ShouldContain(from);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
}
