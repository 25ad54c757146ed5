using System.Globalization;
using System.Text;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

/// <summary>The ways in which lists are numbered automatically.</summary>
internal static class NumberFormats
{
    private const string ThaiLetters = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
    private const int MaxRoman = 3_999;
    private const int MostRepeated = 20;

    private static readonly string[] ThaiDigits =
    [
        "",
        "หนึ่ง",
        "สอง",
        "สาม",
        "สี่",
        "ห้า",
        "หก",
        "เจ็ด",
        "แปด",
        "เก้า",
    ];
    private static readonly string[] ThaiPlaces = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    private static readonly (int Value, string Letters)[] Roman =
    [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];

    /// <summary>A number as printed in one of Word's formats; those of other scripts are printed with digits.</summary>
    public static string InWord(int number, string? format) =>
        format switch
        {
            "none" or "bullet" => "",
            "thaiNumbers" => ThaiNumber.ToThaiDigits(Plain(number)),
            "thaiLetters" => Letters(number, ThaiLetters),
            "thaiCounting" or "bahtText" => InThaiWords(number),
            "upperLetter" => Letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            "lowerLetter" => Letters(number, "abcdefghijklmnopqrstuvwxyz"),
            "upperRoman" => InRoman(number),
            "lowerRoman" => Lower(InRoman(number)),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "decimalEnclosedParen" => $"({Plain(number)})",
            "decimalEnclosedFullstop" => $"{Plain(number)}.",
            "numberInDash" => $"- {Plain(number)} -",
            "hex" => number.ToString("X", CultureInfo.InvariantCulture),
            "ordinal" => $"{Plain(number)}{Ordinal(number)}",
            _ => Plain(number),
        };

    /// <summary>A number in one of the formats of OpenDocument and HTML, which print their first number.</summary>
    public static string Like(int number, string? first) =>
        first switch
        {
            null or "" => "",
            "A" => Letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            "a" => Letters(number, "abcdefghijklmnopqrstuvwxyz"),
            "I" => InRoman(number),
            "i" => Lower(InRoman(number)),
            _ when first.StartsWith('ก') => Letters(number, ThaiLetters),
            _ when first.StartsWith('๑') => ThaiNumber.ToThaiDigits(Plain(number)),
            _ => Plain(number),
        };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Lower(string text) => text.ToLower(CultureInfo.InvariantCulture);

    /// <summary>After the last letter, each is printed twice, then three times.</summary>
    private static string Letters(int number, string letters) =>
        number < 1 || (number - 1) / letters.Length >= MostRepeated
            ? Plain(number)
            : new string(letters[(number - 1) % letters.Length], ((number - 1) / letters.Length) + 1);

    private static string InRoman(int number)
    {
        if (number is < 1 or > MaxRoman)
            return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }

    private static string InThaiWords(int number)
    {
        if (number is < 1 or > 999_999)
            return Plain(number);
        var digits = Plain(number);
        var text = new StringBuilder();
        foreach (var (index, letter) in digits.Index())
        {
            var (digit, place) = (letter - '0', digits.Length - 1 - index);
            if (digit == 0)
                continue;
            text.Append(
                (digit, place) switch
                {
                    (1, 0) when digits.Length > 1 => "เอ็ด",
                    (1, 1) => "",
                    (2, 1) => "ยี่",
                    _ => ThaiDigits[digit],
                }
            );
            text.Append(ThaiPlaces[place]);
        }

        return text.ToString();
    }

    private static string Ordinal(int number) =>
        (number % 100, number % 10) switch
        {
            (>= 11 and <= 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
}
