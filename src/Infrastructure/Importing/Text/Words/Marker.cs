using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>The marker of a list item: a number, a letter of the Thai alphabet, or a bullet.</summary>
/// <param name="Number">With Arabic digits, without brackets and full stops: "2.1", "ก"; null for a bullet.</param>
/// <param name="Length">The number of characters, including following spaces.</param>
internal sealed partial record Marker(string? Number, int Length)
{
    private static readonly char[] Letters = [.. "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"];

    /// <summary>The printed marker: "๒.", "(ก)"; empty for a bullet.</summary>
    public string Printed { get; private init; } = "";

    public bool IsBullet => Number is null;

    /// <summary>The parts of a number: 2.1 is 2 and 1; empty for letters and bullets.</summary>
    public IReadOnlyList<int> Parts { get; } =
        Number is null || !char.IsAsciiDigit(Number[0])
            ? []
            : [.. Number.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    public int Depth => Parts.Count;

    /// <summary>The marker at the beginning of a text, possibly after a bullet; null if there is none.</summary>
    public static Marker? At(string text)
    {
        var bullet = Bullet().Match(text);
        var rest = bullet.Success ? text[bullet.Length..] : text;
        var number = Number_().Match(ThaiNumber.ToArabicDigits(rest));
        if (number.Success)
        {
            var value = number.Groups["number"].Value;
            return new Marker(value, bullet.Length + number.Length) { Printed = rest[..number.Length].Trim() };
        }

        return bullet.Success ? new Marker(null, bullet.Length) : null;
    }

    /// <summary>Whether a text is nothing but the number of an item, in a column of its own.</summary>
    public static bool IsNumber(string text)
    {
        var bare = text.TrimEnd('.', ')', ' ');
        return At($"{bare}. ก") is { Number: not null } marker && marker.Length == bare.Length + 2;
    }

    /// <summary>Whether this is the next number of its list.</summary>
    public bool Follows(Marker before)
    {
        if (Depth != before.Depth)
            return false;
        if (Depth == 0)
            return Number is not null
                && before.Number is not null
                && Array.IndexOf(Letters, Number[0]) == Array.IndexOf(Letters, before.Number[0]) + 1;
        return Parts[^1] == before.Parts[^1] + 1 && Parts.SkipLast(1).SequenceEqual(before.Parts.SkipLast(1));
    }

    /// <summary>Whether this is the number of an item below another: 2.1 below 2.</summary>
    public bool IsBelow(Marker other) =>
        other.Depth > 0 && Depth == other.Depth + 1 && Parts.SkipLast(1).SequenceEqual(other.Parts);

    [GeneratedRegex(@"^\s*(?:[-–—•●○◦▪■▶►➢✓*·☐]|\uF0B7|\uF0D8)\s*(?=\D|[๐-๙0-9])")]
    private static partial Regex Bullet();

    // "2.1 text", "2.1. text"; "2. text", "2) text"; "(2) text", "(2.1) text"; "ก) text", "(ก) text".
    [GeneratedRegex(
        @"^\s*(\((?<number>[0-9]{1,3}(\.[0-9]{1,3}){0,5}|[ก-ฮ])\)|(?<number>[0-9]{1,3}(\.[0-9]{1,3}){1,5})\.?\)?(?!\s*%)(?=\s|[ก-๎A-Za-z“(])|(?<number>[0-9]{1,3})[.)](?![0-9\-])(?=\s|[ก-๎A-Za-z“""(])|(?<number>[ก-ฮ])\)(?=\s)|(?<number>[ก-ฮ])\.(?=\s[^\s.]{3}))\s*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number_();
}
