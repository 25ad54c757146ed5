using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

/// <summary>
/// One part of an item's number: a number, or the position of a letter used for numbering (ก ข ค ง จ …).
/// </summary>
internal readonly record struct NumberStep(int Value, bool IsLetter)
{
    /// <summary>The letters used for numbering in Thai official documents, in order; ฃ ฅ ฆ are not used.</summary>
    private const string Letters = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";

    public static NumberStep? OfLetter(char letter) =>
        Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? new(index + 1, true) : null;

    public NumberStep Next => this with { Value = Value + 1 };

    public NumberStep First => this with { Value = 1 };

    public override string ToString() =>
        IsLetter && Value <= Letters.Length
            ? Letters[Value - 1].ToString()
            : Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An item's number as its parts: "2.1.3" has three; a letter is a level below the number before it.</summary>
internal static partial class ItemNumber
{
    /// <summary>The parts of a number; null if the text is not such a number.</summary>
    public static IReadOnlyList<NumberStep>? Parse(string number)
    {
        var text = ThaiNumber.ToArabicDigits(number).Trim().Trim('(', ')', '.', '-', ' ');
        if (text.Length == 1 && NumberStep.OfLetter(text[0]) is { } letter)
            return [letter];
        return Decimal().IsMatch(text)
            ? [.. text.Split('.').Select(part => new NumberStep(int.Parse(part, CultureInfo.InvariantCulture), false))]
            : null;
    }

    /// <summary>
    /// Whether a text begins with a number, after brackets, dashes and remnants of HTML. Digits that go on, or are all that
    /// there is, are a value: "90" does not begin with the number 9, nor "9" with its number.
    /// </summary>
    public static bool IsPrinted(string number, string rawText)
    {
        var text = Before().Replace(ThaiNumber.ToArabicDigits(Tags().Replace(rawText, "")), "");
        var wanted = ThaiNumber.ToArabicDigits(number).Trim();
        return text.StartsWith(wanted, StringComparison.Ordinal)
            && (wanted is not [.., >= '0' and <= '9'] || !IsValue().IsMatch(text[wanted.Length..]));
    }

    /// <summary>The first whole number in a text, or null.</summary>
    public static string? First(string rawText) =>
        Digits().Match(ThaiNumber.ToArabicDigits(Tags().Replace(rawText, ""))) is { Success: true } match
            ? match.Value.TrimStart('0')
            : null;

    public static string Text(IEnumerable<NumberStep> steps)
    {
        var all = steps.ToList();
        return all.Count > 0 && all[^1].IsLetter ? all[^1].ToString() : string.Join('.', all);
    }

    /// <summary>
    /// Whether one number may directly follow another: the next one of the same level or of a level above, or the first
    /// one of a level below.
    /// </summary>
    public static bool Follows(IReadOnlyList<NumberStep> before, IReadOnlyList<NumberStep> after)
    {
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == after.Count)
            return false;
        var (rest, expected) = (after.Skip(same), same < before.Count ? before[same] : default);
        if (same < before.Count && before[same].IsLetter == after[same].IsLetter)
        {
            if (after[same] != expected.Next)
                return false;
            rest = rest.Skip(1);
        }

        return rest.All(step => step.Value == 1);
    }

    /// <summary>The number that is expected after another, at the depth of the actual one.</summary>
    public static IReadOnlyList<NumberStep> Expected(
        IReadOnlyList<NumberStep> before,
        IReadOnlyList<NumberStep> after
    ) =>
        after.Count > before.Count
            ? [.. before, .. after.Skip(before.Count).Select(step => step.First)]
            : [.. before.Take(after.Count - 1), before[after.Count - 1].Next];

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{1,3})*\z")]
    private static partial Regex Decimal();

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex Digits();

    /// <summary>What follows a number that is only the beginning of another one, or stands alone.</summary>
    [GeneratedRegex(@"^([.,]?[0-9]|[\s%]*\z)")]
    private static partial Regex IsValue();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[^0-9\u0E01-\u0E2E]+")]
    private static partial Regex Before();
}
