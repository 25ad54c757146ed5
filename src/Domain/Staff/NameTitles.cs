using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Staff;

/// <summary>
/// The titles and ranks that can stand before a name. PostgreSQL reads the same patterns (<c>name_without_title</c>), on
/// folded texts.
/// </summary>
public static partial class NameTitles
{
    private const string Abbreviated =
        @"พล\.\s?([รอต]\.\s?)?[อทต]\.|(พ\.\s?[อจต]|ร\.\s?ต|[จส]\.\s?[สต]|[พรจสน])\.\s?[อทต]\.|ด\.\s?ต\.";

    private const string Written =
        "(พันจ่า|จ่าสิบ|จ่า|สิบ|ร้อย|พัน|เรือ|นาวา|พล(?=ตำรวจ|อากาศ|เรือ))(ตำรวจ|อากาศ|เรือ)?(เอก|โท|ตรี)|จ่าสิบตำรวจ|(นาย)?ดาบตำรวจ|พลทหาร|พลตำรวจ";

    /// <summary>
    /// A rank, taken whole. "หญิง" is a part of it if it is written together with it, or if a given name and a surname follow.
    /// </summary>
    private const string Rank = $@"(ว่าที่\s?)?({Abbreviated}|{Written})(หญิง(?!\s)|\s*หญิง(?=\s+\S+\s+\S))?";

    private const string Other =
        @"นางสาว|นายแพทย์|นาง|นาย|น\.?\s?ส\.|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง|((ผู้ช่วย|รอง)?ศาสตราจารย์)|ดร(\.|\s)|ผศ\.|รศ\.|ศ\.|ว่าที่|หม่อมหลวง|หม่อมราชวงศ์|ม\.\s?ล\.|ม\.\s?ร\.\s?ว\.|แพทย์หญิง|(นพ|พญ|ทพญ?|ภก|ภญ)\.|พระครู|พระมหา|(mrs|mr|miss|ms|dr|prof)(\.|\s)";

    /// <summary>A title is followed by the first letter of a name, never by a vowel or mark of the same syllable.</summary>
    internal const string Pattern = $@"^(({Rank}|{Other})\s*(?=[ก-ฮเ-ไa-z]))+";

    /// <summary>The titles and ranks at the beginning, with the spaces behind them; empty if there are none.</summary>
    public static string Before(string name) => Titles().Match(name).Value;

    /// <summary>Whether a text begins with a military or police rank.</summary>
    public static bool BeginsWithRank(string text) => Ranks().IsMatch(text);

    /// <summary>A title as it is usually written: "นางสาว" for "น.ส.", "Mr." for "MR", "ร.ต.หญิง" for "ร.ต. หญิง".</summary>
    public static string Usual(string title) =>
        English()
            .Replace(
                Woman().Replace(ShortMiss().Replace(title, "นางสาว"), "หญิง"),
                match =>
                    CultureInfo.InvariantCulture.TextInfo.ToTitleCase(match.Groups["title"].Value.ToLowerInvariant())
                        is var english
                    && english == "Miss"
                        ? "Miss "
                        : english + ". "
            )
            .Trim();

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex($@"^({Rank})\s*(?=[ก-ฮเ-ไA-Za-z])", RegexOptions.ExplicitCapture)]
    private static partial Regex Ranks();

    /// <summary>The short form of นางสาว, with the dots and blanks that people write.</summary>
    [GeneratedRegex(@"น\.?\s?ส\.\s?|^น\.?\s?ส\z")]
    private static partial Regex ShortMiss();

    [GeneratedRegex(@"\s+หญิง\z")]
    private static partial Regex Woman();

    [GeneratedRegex(
        @"\b(?<title>mrs|mr|miss|ms|dr|prof)\b\.?\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex English();
}
