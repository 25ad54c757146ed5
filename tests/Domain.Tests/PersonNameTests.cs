using System.Globalization;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Domain.Tests;

/// <summary>Names are found in texts by a pattern, and by digests alone.</summary>
public sealed class PersonNameTests
{
    private const string Office = "TH-43-P2";

    /// <summary>Between the parts of a name.</summary>
    private static readonly string[] Gaps =
    [
        " ",
        "   ",
        "\n",
        "\t",
        "\u00a0",
        "<br/>",
        " \u200b",
        "**",
        @"\n",
        "&nbsp;",
    ];

    private static readonly byte[] Key = new byte[32];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [InlineData("นางสาวสมศรี ใจดี", "นางสาว", "สมศรี ใจดี")]
    [InlineData("นางสาวิตรี ใจดี", "นาง", "สาวิตรี ใจดี")]
    [InlineData("ดรุณี  ใจดี.", "", "ดรุณี ใจดี")]
    [InlineData("ผศ.ดร. สมศรี ใจดี ณ อยุธยา", "ผศ.ดร.", "สมศรี ใจดี ณ อยุธยา")]
    [InlineData("ว่าที่ร้อยตรีหญิงสมศรี ใจดี", "ว่าที่ร้อยตรีหญิง", "สมศรี ใจดี")]
    [InlineData("ว่าที่ ร.ต. สมชาย ใจดี", "ว่าที่ ร.ต.", "สมชาย ใจดี")]
    [InlineData("นาย", "", "นาย")]
    [InlineData("Mrs. Ann Lee", "Mrs.", "Ann Lee")]
    [InlineData("MR.Peter Pan", "MR.", "Peter Pan")]
    [InlineData("พ.อ.อ.สมชาย ใจดี", "พ.อ.อ.", "สมชาย ใจดี")]
    [InlineData("พ.อ.สมชาย ใจดี", "พ.อ.", "สมชาย ใจดี")]
    [InlineData("พ.จ.อ. สมชาย ใจดี", "พ.จ.อ.", "สมชาย ใจดี")]
    [InlineData("จ.ส.อ.สมชาย ใจดี", "จ.ส.อ.", "สมชาย ใจดี")]
    [InlineData("พล.ต.ท.สมชาย ใจดี", "พล.ต.ท.", "สมชาย ใจดี")]
    [InlineData("พ.ต.อ.หญิงสมศรี ใจดี", "พ.ต.อ.หญิง", "สมศรี ใจดี")]
    [InlineData("ร.ต.ท. หญิง สมศรี ใจดี", "ร.ต.ท. หญิง", "สมศรี ใจดี")]
    [InlineData("จ่าสิบเอก ดร.สมชาย ใจดี", "จ่าสิบเอก ดร.", "สมชาย ใจดี")]
    [InlineData("เรืออากาศเอกสมชาย ใจดี", "เรืออากาศเอก", "สมชาย ใจดี")]
    [InlineData("นส.มานี ใจดี", "นส.", "มานี ใจดี")]
    [InlineData("นางหญิงแก้ว ใจดี", "นาง", "หญิงแก้ว ใจดี")]
    [InlineData("นางสาวหญิง ใจดี", "นางสาว", "หญิง ใจดี")]
    [InlineData("เรืองเอก ใจดี", "", "เรืองเอก ใจดี")]
    [InlineData("ยศพล ใจดี", "", "ยศพล ใจดี")]
    public void A_title_is_told_from_the_name(string printed, string title, string proper)
    {
        var name = PersonName.Of(printed);
        (name.Title, name.Proper).ShouldBe((title, proper));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_name_is_found_wherever_it_stands_and_nothing_else_changes(int seed)
    {
        var random = new Random(seed);
        var parts = Enumerable.Range(0, random.Next(2, 5)).Select(_ => Word(random, 'ก', 'ด')).ToList();
        var name = PersonName.Of("นาย" + string.Join(' ', parts));
        var digits = random.Next(0x10000000, int.MaxValue).ToString("x8", CultureInfo.InvariantCulture);
        var pseudonym = name.Erased(digits);
        pseudonym.IsPseudonym.ShouldBeTrue();
        var (before, after) = (Word(random, 'บ', 'ย') + " ", Word(random, 'บ', 'ย') + " " + Word(random, 'บ', 'ย'));
        var gaps = parts.Skip(1).Select(_ => Gaps[random.Next(Gaps.Length)]).ToList();
        var former = new FormerNames(Key, Office, [FormerNames.Of(Key, Office, name.Proper, pseudonym.Proper)]);

        var text = before + Text(parts) + after;
        var expected = before + Text(pseudonym.Parts) + after;
        name.ReplaceIn(text, name.Pattern([]), pseudonym).ShouldBe(expected);
        former.Replace(text).ShouldBe(expected);
        foreach (
            var other in (string[])
                [before + after, expected, before + Text([.. parts.Take(parts.Count - 1)]) + "*" + after]
        )
        {
            name.ReplaceIn(other, name.Pattern([]), pseudonym).ShouldBe(other);
            former.Replace(other).ShouldBe(other);
        }

        string Text(IReadOnlyList<string> words) =>
            words[0] + string.Concat(words.Skip(1).Select((word, i) => gaps[i] + word));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_name_of_one_part_is_found_as_a_word_or_after_its_title(int seed)
    {
        var random = new Random(seed);
        var word = Word(random, 'ก', 'ด');
        var name = PersonName.Of("นาง" + word);
        var pseudonym = name.Erased("1f9b03c7");
        var pattern = name.Pattern([]);
        name.ReplaceIn($"โดย {word} ({word})", pattern, pseudonym)
            .ShouldBe($"โดย {pseudonym.Proper} ({pseudonym.Proper})");
        name.ReplaceIn($"โดยนาง{word}", pattern, pseudonym).ShouldBe($"โดยนาง{pseudonym.Proper}");
        name.ReplaceIn($"ก{word}, {word}ก", pattern, pseudonym).ShouldBe($"ก{word}, {word}ก");
        var former = new FormerNames(
            Key,
            Office,
            [
                FormerNames.Of(Key, Office, name.Proper, pseudonym.Proper),
                FormerNames.Of(Key, Office, name.Printed, pseudonym.Printed),
            ]
        );
        foreach (var text in (string[])[$"โดย {word} ({word})", $"โดยนาง{word}", $"ก{word}, {word}ก", $"นาง {word}"])
            former.Replace(text).ShouldBe(name.ReplaceIn(text, pattern, pseudonym));
    }

    [Fact]
    public void A_longer_surname_is_another_person_and_a_word_after_the_name_is_not()
    {
        var name = PersonName.Of("นายสมชาย ใจดี");
        string[] others = ["นายสมชาย ใจดีมาก", "นายสมชาย ใจดี ณ นคร", "นายสมชาย ใจดี ตำแหน่ง ครู"];
        var pattern = name.Pattern(others.Select(PersonName.Of));
        var former = new FormerNames(Key, Office, [FormerNames.Of(Key, Office, name.Proper, "x y")]);
        former.Keep(others);
        foreach (
            var (text, found) in (ReadOnlySpan<(string, bool)>)
                [(others[0], false), (others[1], false), (others[2], true)]
        )
        {
            System.Text.RegularExpressions.Regex.IsMatch(text, pattern).ShouldBe(found, text);
            (former.Replace(text) != text).ShouldBe(found, text);
        }
    }

    private static string Word(Random random, char first, char last) =>
        string.Concat(Enumerable.Range(0, random.Next(3, 8)).Select(_ => (char)random.Next(first, last + 1)));
}
