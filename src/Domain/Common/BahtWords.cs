using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>Amounts of money in words, as documents print them beside the digits: "(หกหมื่นสี่พันห้าร้อยบาทถ้วน)".</summary>
public static partial class BahtWords
{
    private const int Million = 1_000_000;

    /// <summary>A pattern of the words of numbers.</summary>
    public const string Words = Tens + "|" + Powers;

    /// <summary>The words for powers of ten above ten.</summary>
    internal const string Powers = "ร้อย|พัน|หมื่น|แสน|ล้าน";

    /// <summary>The words up to ten, of which all numbers below a hundred are made.</summary>
    private const string Tens = "ศูนย์|เอ็ด|ยี่|" + Digits + "|สิบ";

    private const string Digits = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า";

    private const string Digit = @"(?<word>" + Digits + @")\s?";

    /// <summary>A pattern of the words of a number below a million.</summary>
    private const string Below =
        "("
        + Digit
        + @"(?<word>แสน)\s?)?("
        + Digit
        + @"(?<word>หมื่น)\s?)?("
        + Digit
        + @"(?<word>พัน)\s?)?("
        + Digit
        + @"(?<word>ร้อย)\s?)?(("
        + Digit
        + @"|(?<word>ยี่)\s?)?(?<word>สิบ)\s?)?("
        + Digit
        + @"|(?<word>เอ็ด)\s?)?";

    private static readonly Dictionary<string, int> Values = new(StringComparer.Ordinal)
    {
        ["ศูนย์"] = 0,
        ["หนึ่ง"] = 1,
        ["เอ็ด"] = 1,
        ["สอง"] = 2,
        ["ยี่"] = 2,
        ["สาม"] = 3,
        ["สี่"] = 4,
        ["ห้า"] = 5,
        ["หก"] = 6,
        ["เจ็ด"] = 7,
        ["แปด"] = 8,
        ["เก้า"] = 9,
        ["สิบ"] = 10,
        ["ร้อย"] = 100,
        ["พัน"] = 1_000,
        ["หมื่น"] = 10_000,
        ["แสน"] = 100_000,
        ["ล้าน"] = Million,
    };

    /// <summary>The first amount in words in a text; null if there is none, or one that no plan has.</summary>
    public static decimal? In(string text)
    {
        var match = Amount().Match(text);
        if (!match.Success)
            return null;
        var amount =
            Sum(match.Groups["baht"]) + (match.Groups["satang"].Success ? Sum(match.Groups["satang"]) / 100 : 0);
        return amount <= Baht.Max ? amount : null;
    }

    /// <summary>
    /// The number that a text consists of in words, possibly with "บาท" behind it; null if it has anything else. A digit
    /// behind a power of ten above ten may be one of the next power: "สองหมื่นห้า" is 20,005, or 25,000 as it is spoken.
    /// </summary>
    public static decimal? Whole(string text)
    {
        var match = Number().Match(text);
        return match.Success && Sum(match.Groups["word"]) is var number && number <= Baht.Max ? number : null;
    }

    /// <summary>The value of the word for a power of ten or a digit.</summary>
    internal static int ValueOf(string word) => Values[word];

    /// <summary>The value of words in their order: each digit counts for the power of ten behind it.</summary>
    private static decimal Sum(Group words)
    {
        var (sum, digit) = (0m, 0);
        foreach (Capture word in words.Captures)
        {
            var value = Values[word.Value];
            if (sum > Baht.Max)
                return sum;
            if (value == Million)
                (sum, digit) = ((sum + digit) * Million, 0);
            else if (value >= 10)
                (sum, digit) = (sum + (Math.Max(digit, 1) * value), 0);
            else
                digit = value;
        }

        return sum + digit;
    }

    [GeneratedRegex(
        @"((?<baht>" + Words + @")\s?){1,24}บาท\s?(ถ้วน|((?<satang>" + Tens + @")\s?){1,4}สตางค์)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Amount();

    /// <summary>
    /// The words in the order of their powers, beginning with a digit or ten, and ending with a power or the digit of one
    /// below a hundred.
    /// </summary>
    [GeneratedRegex(
        @"^\s*(?="
            + Digits
            + "|สิบ)("
            + Below
            + @"(?<word>ล้าน)\s?)?"
            + Below
            + "(?<!("
            + Powers
            + @")\s?("
            + Digits
            + @"|เอ็ด)\s?)(บาท(ถ้วน)?)?\s*\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
