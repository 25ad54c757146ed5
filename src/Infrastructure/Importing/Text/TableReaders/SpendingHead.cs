using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>What a header cell of a spending table names.</summary>
internal enum HeadKind
{
    Unknown,

    /// <summary>A caption over several columns: "แผนการใช้จ่ายงบประมาณ".</summary>
    Group,

    /// <summary>Months of several quarters, below another heading: "(ต.ค.๖๕-ก.ย.๖๖)".</summary>
    Span,
    Counter,
    Activity,
    Quarter,
    Month,
    Total,
    Amount,

    /// <summary>Satang beside the column of baht.</summary>
    Satang,

    /// <summary>A part of the year, or of the budget, that is no quarter: its amounts cannot be placed.</summary>
    Part,

    /// <summary>A number of persons or places, which a plan file has no field for.</summary>
    Count,

    /// <summary>What was spent, which a plan file has no field for.</summary>
    Result,

    /// <summary>A class of expense: its amounts add up to the total of their row.</summary>
    Class,
    Remark,
}

/// <param name="Quarter">From 1 to 4; 0 if none is named.</param>
internal readonly partial record struct SpendingHead(HeadKind Kind, int Quarter)
{
    private const int MonthsOfQuarter = 3;

    private static readonly Concept[] Quarters =
    [
        Concept.FirstQuarter,
        Concept.SecondQuarter,
        Concept.ThirdQuarter,
        Concept.FourthQuarter,
    ];

    private static readonly Concept[] Units =
    [
        Concept.BahtUnit,
        Concept.Thousands,
        Concept.TenThousands,
        Concept.HundredThousands,
        Concept.Millions,
    ];

    private static readonly (Concept Words, HeadKind Kind)[] Words =
    [
        (Concept.Counter, HeadKind.Counter),
        (Concept.Activity, HeadKind.Activity),
        (Concept.TargetCount, HeadKind.Count),
        (Concept.Result, HeadKind.Result),
        (Concept.Total, HeadKind.Total),
        (Concept.Amount, HeadKind.Amount),
        (Concept.Satang, HeadKind.Satang),
        (Concept.ExpenseClass, HeadKind.Class),
        (Concept.ExpenseGroup, HeadKind.Group),
        (Concept.Remark, HeadKind.Remark),
        (Concept.Detail, HeadKind.Remark),
        (Concept.Period, HeadKind.Remark),
    ];

    public bool IsOfAmounts =>
        Kind
            is HeadKind.Quarter
                or HeadKind.Month
                or HeadKind.Total
                or HeadKind.Amount
                or HeadKind.Satang
                or HeadKind.Part
                or HeadKind.Count
                or HeadKind.Result
                or HeadKind.Class
                or HeadKind.Group
                or HeadKind.Span;

    public static SpendingHead Of(string text)
    {
        if ((Named(text) ?? Terms.Numbered(Concept.Quarter, text)) is var (number, length))
            return number is >= 1 and <= 4 ? Behind(text[length..], number) : default;
        if (Terms.Numbered(Concept.Instalment, text) is var (_, end))
            return OfMonths(text[end..]) is { Kind: HeadKind.Quarter } months
                ? months
                : new SpendingHead(HeadKind.Part, 0);
        if (text is ['(', .. var inner, ')'] && Of(inner) is { Kind: HeadKind.Quarter } enclosed)
            return enclosed;
        if (Terms.Begin(Concept.SpendingPlan, text))
            return Terms.At(Concept.SpendingPlan, text) is { } plan && Of(text[plan..]) is { Quarter: > 0 } named
                ? named
                : new SpendingHead(HeadKind.Group, 0);
        if (IsUnit(text))
            return new SpendingHead(HeadKind.Group, 0);
        var bracket = Bracket().Match(text);
        var bare = bracket.Success && IsOnlyTime(bracket.Value) ? text[..bracket.Index] : text;
        foreach (var (words, kind) in Words)
        {
            if (Terms.Are(words, text) || Terms.Are(words, bare))
                return new SpendingHead(kind, 0);
        }

        return OfMonths(text);
    }

    /// <summary>Whether a text is the unit of a table's amounts and nothing else: "(หน่วย : พันบาท)", "หน่วย : บาท".</summary>
    public static bool IsUnit(string text) =>
        Array.Exists(Units, unit => Terms.Are(unit, text) || Terms.Are(unit, text.Trim(' ', '(', ')')));

    /// <summary>
    /// The head of a cell below another: the number of a quarter may be alone below the word for it.
    /// </summary>
    public static SpendingHead Of(string text, string above) =>
        Of(text) is { Kind: not HeadKind.Unknown } own ? own
        : Digit().Match(text) is { Success: true } digit
        && Terms.Occur(Concept.Quarter, above)
        && !above.Any(char.IsDigit)
            ? Of($"ไตรมาสที่ {digit.Groups["digit"].Value}")
        : default;

    /// <summary>A quarter that is named by a word: "ไตรมาสแรก", "ไตรมาส II".</summary>
    private static (int Number, int Length)? Named(string text)
    {
        text = ThaiNumber.ToArabicDigits(text);
        foreach (var (index, words) in Quarters.Index())
        {
            if (Terms.At(words, text) is { } length && !text[length..].TrimStart().Take(1).Any(char.IsLetterOrDigit))
                return (index + 1, length);
        }

        return null;
    }

    /// <summary>
    /// What follows the number of a quarter: its year or its months, or that it is about persons. With the months of
    /// another quarter it may mean either one, so it is not understood.
    /// </summary>
    private static SpendingHead Behind(string rest, int quarter) =>
        Terms.Occur(Concept.TargetCount, rest) ? new SpendingHead(HeadKind.Count, quarter)
        : IsOnlyTime(rest) && AreOf(quarter, rest) ? new SpendingHead(HeadKind.Quarter, quarter)
        : rest.Contains("ร้อยละ", StringComparison.Ordinal) ? new SpendingHead(HeadKind.Part, 0)
        : default;

    /// <summary>Whether all months in a text are of a quarter, and in their order; also if there are none.</summary>
    private static bool AreOf(int quarter, string text)
    {
        var months = Month()
            .Matches(ThaiDate.InThai(text))
            .Select(one => ThaiDate.Month(one.Value))
            .OfType<int>()
            .ToList();
        return months.TrueForAll(month => QuarterOf(month) == quarter) && months.Order().SequenceEqual(months);
    }

    /// <summary>Whether a text has only months, years and the word for baht.</summary>
    private static bool IsOnlyTime(string text) =>
        Year()
            .Replace(Month().Replace(ThaiDate.InThai(ThaiNumber.ToArabicDigits(text)), " "), " ")
            .All(letter => !char.IsLetterOrDigit(letter));

    private static SpendingHead OfMonths(string text)
    {
        text = ThaiDate.InThai(text);
        var matches = Month().Matches(text);
        var months = matches.Select(match => ThaiDate.Month(match.Value)).OfType<int>().ToList();
        if (months.Count == 0 || months.Count < matches.Count || !IsOnlyTime(text))
            return default;
        var (first, last) = (QuarterOf(months[0]), QuarterOf(months[^1]));
        return months.Count == 1 ? new SpendingHead(HeadKind.Month, first)
            : first != last || months[0] % MonthsOfQuarter != 1 || months[^1] % MonthsOfQuarter != 0
                ? new SpendingHead(HeadKind.Span, 0)
            : new SpendingHead(HeadKind.Quarter, first);
    }

    private static int QuarterOf(int month) => (month + 2) % 12 / MonthsOfQuarter + 1;

    [GeneratedRegex(
        @"(มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|(ม\.?ค|ก\.?พ|มี\.?ค|มิ\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Month();

    [GeneratedRegex(
        @"(ปีงบประมาณ|ปี|พ\.\s?ศ\.|พ\.ศ|(พัน|หมื่น|แสน|ล้าน)?บาท|จำนวนเงิน|งบประมาณ|หน่วย(นับ)?)|(?<![0-9])(2[056][0-9]{2}|[5-9][0-9])(?![0-9])"
    )]
    private static partial Regex Year();

    [GeneratedRegex(@"^(ที่\s*)?(?<digit>[1-4๑-๔])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Digit();

    [GeneratedRegex(@"\s*\([^()]*\)\s*\z")]
    private static partial Regex Bracket();
}
