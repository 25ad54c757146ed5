using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// Periods as printed in Thai documents: "มกราคม – กันยายน ๒๕๖๖", "๑๐ – ๑๒ มิ.ย. ๖๗", "1/10/2566 - 30/9/2567",
/// "ไตรมาสที่ ๒ – ๓", "ไตรมาส 2/67", "ตลอดปีงบประมาณ", "ปีงบฯ ๖๗". Years are of the Buddhist era or, in all dates of a
/// text, of the Gregorian. A text that may mean several periods, or a date that does not exist, is none; periods that follow each other
/// without a gap are one: "ไตรมาสที่ ๒ และ ๓". The number of a round or a term, or of months, is not a day.
/// </summary>
public static partial class ThaiPeriod
{
    private const int MonthsOfQuarter = 3;

    /// <summary>
    /// Before the number of a day: no number of a round, a term or the like, nor a list of them ("รุ่นที่ 1 และ 2"), and no
    /// other number behind "ที่" than that of a day ("วันที่ 2", "วันเสาร์ที่ 2").
    /// </summary>
    private const string Unnumbered =
        @"(?<![0-9/])(?<!(รุ่น|ครั้ง|ระยะ|ภาคเรียน|รอบ|ไตรมาส|สัปดาห์|เดือน|ปี|(?<!วัน\s*((อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์)\s*)?)ที่)\s*([0-9]+\s*(-|–|—|,|และ|ถึง)\s*((?<!วัน)ที่\s*)?)*)";

    /// <summary>
    /// From the first to the last date in a text; a month without a day counts as the whole month. Null if a date does
    /// not exist or has no year, if dates are not in order, or if there are numbers that are not understood.
    /// </summary>
    /// <param name="fiscalYear">The year of quarters that are printed without one; null if it is not known.</param>
    public static (DateOnly StartsOn, DateOnly EndsOn)? Of(string text, int? fiscalYear = null)
    {
        var digits = ThaiDate.InThai(ThaiNumber.ToArabicDigits(text));
        var dates = Dates().Matches(digits);
        if (dates.Count == 0)
            return OfYear(digits, fiscalYear);
        var rest = Dates().Replace(digits, " ");
        if (
            HasOtherNumbers(rest)
            || (dates.Count == 1 && (Open().IsMatch(Harmless().Replace(rest, " ")) || HasOtherLength(dates[0], rest)))
        )
            return null;
        if (dates.Where(date => date.Groups["year"].Success).Select(IsGregorian).Distinct().Count() > 1)
            return null;
        var spans = new List<(DateOnly First, DateOnly Last)>();
        Match? next = null;
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            if (SpanOf(dates[i], next) is not { } span || (spans.Count > 0 && span.First > spans[0].First))
                return null;
            spans.Insert(0, span);
            next = dates[i].Groups["year"].Success ? dates[i] : next;
        }

        var ranges = dates
            .Zip(dates.Skip(1), (one, other) => digits[(one.Index + one.Length)..other.Index])
            .Select(between =>
                (Range().IsMatch(between) && !List().IsMatch(between))
                || (And().IsMatch(between) && AreEnds(dates, digits[..dates[0].Index]))
            )
            .ToList();
        var (start, end) = (spans[0].First, spans.Max(span => span.Last));
        return
            AreOne(spans, ranges, day => day.AddDays(1))
            && !HasMoreMonths(start, end, rest)
            && !HasOtherQuarters(start, end, rest)
            ? (start, end)
            : null;
    }

    /// <summary>Whether dates are the two ends of a period, by the word before them: "ระหว่างเดือน… และเดือน…".</summary>
    private static bool AreEnds(MatchCollection dates, string before) =>
        dates.Count == 2 && dates.All(date => date.Groups["day"].Captures.Count < 2) && Between().IsMatch(before);

    /// <summary>Whether a text prints quarters beside its dates that the dates are not in.</summary>
    private static bool HasOtherQuarters(DateOnly start, DateOnly end, string rest)
    {
        var numbers = Quarters().Matches(rest).SelectMany(one => one.Groups["quarter"].Captures).ToList();
        if (numbers.Count == 0)
            return false;
        var first = FiscalYear.Of(start).StartsOn;
        var quarters = numbers.ConvertAll(number => Number(number.Value));
        return start < first.AddMonths((quarters.Min() - 1) * MonthsOfQuarter)
            || end >= first.AddMonths(quarters.Max() * MonthsOfQuarter);
    }

    /// <summary>Whether a text prints a length that is not that of its only date's days: "90 วัน นับแต่ 1 มกราคม 2567".</summary>
    private static bool HasOtherLength(Match date, string rest)
    {
        var days = date.Groups["day"].Captures;
        return days.Count > 0
            && Length().Match(rest) is { Success: true } length
            && (
                length.Groups["unit"].Value != "วัน"
                || Number(length.Groups["count"].Value) != Number(days[^1].Value) - Number(days[0].Value) + 1
            );
    }

    /// <summary>Whether a text prints more months than its dates have; fewer may be those of something else.</summary>
    private static bool HasMoreMonths(DateOnly start, DateOnly end, string rest) =>
        Length().Match(rest) is { Success: true } length
        && length.Groups["unit"].Value == "เดือน"
        && Number(length.Groups["count"].Value) > ((end.Year - start.Year) * 12) + end.Month - start.Month + 1;

    /// <summary>Whether parts in their order leave no gap, except from the beginning to the end of a range.</summary>
    /// <param name="ranges">Whether "–" or its like is between a part and the next, not "และ" or its like.</param>
    private static bool AreOne<T>(List<(T First, T Last)> parts, List<bool> ranges, Func<T, T> next)
        where T : IComparable<T>
    {
        var last = parts[0].Last;
        for (var i = 1; i < parts.Count; i++)
        {
            var isRange = ranges[i - 1];
            // "1 – 3 – 5" is not one range.
            if (isRange ? i > 1 && ranges[i - 2] : parts[i].First.CompareTo(next(last)) > 0)
                return false;
            last = parts[i].Last.CompareTo(last) > 0 ? parts[i].Last : last;
        }

        return true;
    }

    /// <summary>Whether numbers are in order, and one range or a list without a gap: "10 – 12", "10, 11 และ 12".</summary>
    private static bool AreOne(List<int> numbers, Group joins) =>
        numbers.Order().SequenceEqual(numbers)
        && (
            numbers.Count < 2
            || AreOne(
                numbers.ConvertAll(number => (number, number)),
                [.. joins.Captures.Select(join => Range().IsMatch(join.Value))],
                number => number + 1
            )
        );

    /// <param name="next">The next date that has a year, which is also the year of a date without one.</param>
    private static (DateOnly First, DateOnly Last)? SpanOf(Match date, Match? next)
    {
        var printed = date.Groups["year"].Success ? date : next;
        if (printed is null || MonthOf(date) is not { } month || YearOf(printed) is not { } year)
            return null;
        if (printed != date && MonthOf(printed) is { } end && month > end)
            year--;
        var days = date.Groups["day"].Captures.Select(day => Number(day.Value)).ToList();
        var last = DateTime.DaysInMonth(year, month);
        if (days.Exists(day => day < 1 || day > last) || !AreOne(days, date.Groups["join"]))
            return null;
        return (
            new DateOnly(year, month, days.FirstOrDefault(1)),
            new DateOnly(year, month, days.Count > 0 ? days[^1] : last)
        );
    }

    private static int? MonthOf(Match date) =>
        date.Groups["number"].Success
            ? Number(date.Groups["number"].Value) is >= 1 and <= 12 and var month
                ? month
                : null
            : ThaiDate.Month(date.Groups["month"].Value);

    /// <summary>The Gregorian year of a date.</summary>
    private static int? YearOf(Match date) =>
        FiscalYearOf(date) is { } year ? year - FiscalYear.BuddhistEraOffset : null;

    /// <summary>
    /// The year in the Buddhist era; null if it is not in the era that is printed with it. Two digits are those of a
    /// year from 2550 to 2599.
    /// </summary>
    private static int? FiscalYearOf(Match match)
    {
        var year = Number(match.Groups["year"].Value.Replace(" ", "", StringComparison.Ordinal));
        var era = match.Groups["era"].Value;
        var isGregorian = era.StartsWith('ค');
        if (year is >= 50 and < 100 && !isGregorian)
            year += 2500;
        if (year is >= 1900 and < 2200 && (isGregorian || era.Length == 0))
            return year + FiscalYear.BuddhistEraOffset;
        return year is >= 2400 and < 2700 && !isGregorian ? year : null;
    }

    private static bool IsGregorian(Match date) =>
        Number(date.Groups["year"].Value.Replace(" ", "", StringComparison.Ordinal)) is >= 1900 and < 2200;

    /// <summary>Quarters, or a whole fiscal year; not a part of it such as "ครึ่งปีแรก", or what only ends with it.</summary>
    private static (DateOnly StartsOn, DateOnly EndsOn)? OfYear(string text, int? fiscalYear)
    {
        if (PartOfYear().IsMatch(text))
            return null;
        var named = Year().Match(text);
        var rest = named.Success ? text.Remove(named.Index, named.Length) : text;
        var quarters = Quarters().Match(rest);
        if (quarters.Success)
            rest = rest.Remove(quarters.Index, quarters.Length);
        if (HasOtherNumbers(rest) || (named.Success && Year().IsMatch(rest)))
            return null;
        if (quarters.Success && (Quarters().IsMatch(rest) || Open().IsMatch(rest)))
            return null;
        var years = new List<int?>();
        if (named.Success)
            years.Add(FiscalYearOf(named));
        years.AddRange(
            quarters
                .Groups["year"]
                .Captures.Select(year =>
                    Number(year.Value) is >= 50 and < 100 and var two ? 2500 + two : Number(year.Value)
                )
                .Select(year => (int?)year)
        );
        if (years.Count == 0)
            years.Add(fiscalYear);
        if (years.Distinct().Count() != 1 || years[0] is not (>= 2400 and < 2700 and var of))
            return null;
        var start = new FiscalYear(of).StartsOn;
        if (!quarters.Success)
            return WholeYear().IsMatch(text) ? (start, new FiscalYear(of).EndsOn) : null;
        var numbers = quarters.Groups["quarter"].Captures.Select(quarter => Number(quarter.Value)).ToList();
        return AreOne(numbers, quarters.Groups["join"])
            ? (
                start.AddMonths((numbers[0] - 1) * MonthsOfQuarter),
                start.AddMonths(numbers[^1] * MonthsOfQuarter).AddDays(-1)
            )
            : null;
    }

    private static bool HasOtherNumbers(string rest) => Harmless().Replace(rest, "").Any(char.IsAsciiDigit);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"("
            + Unnumbered
            + @"(?<day>[0-9]{1,2})\s*[/.]\s*(?<number>[0-9]{1,2})\s*[/.]\s*(?<year>[0-9]{4}|[0-9]{2})(?![0-9/])|"
            + Unnumbered
            + @"(?<day>[0-9]{1,2})-(?<number>[0-9]{1,2})-(?<year>[0-9]{4})(?![0-9/-])|("
            + Unnumbered
            + @"(?<day>[0-9]{1,2})(\s*(?<join>-|–|—|,|และ|ถึง)\s*(วันที่\s*)?(?<day>[0-9]{1,2})(?![0-9]))*\s*((?<=วันที่[0-9\s,–—-]*((และ|ถึง)[0-9\s,–—-]*)*)|(?!เดือน)))?(เดือน\s*)?(?<month>มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|(ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.?)(\s*(?<era>พ\s*\.\s*ศ\s*\.|พุทธศักราช|ค\s*\.\s*ศ\s*\.|คริสต์ศักราช)?\s*(?<year>[0-9](\s?[0-9]){3}(?![0-9])|[0-9]{2}(?![0-9])))?)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dates();

    [GeneratedRegex(
        @"ไตรมาส\s*(ที่)?\s*(?<quarter>[1-4])(?![0-9])(\s*/\s*(?<year>2[4-6][0-9]{2}|[5-9][0-9])(?![0-9]))?(\s*(?<join>-|–|—|,|และ|ถึง)\s*(ไตรมาส)?\s*(ที่)?\s*(?<quarter>[1-4])(?![0-9])(\s*/\s*(?<year>2[4-6][0-9]{2}|[5-9][0-9])(?![0-9]))?)*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Quarters();

    [GeneratedRegex(
        @"(ปี(\s*งบ(\s*ประมาณ|\s*ฯ)?)?\s*(?<era>พ\s*\.?\s*ศ\s*\.?|พุทธศักราช|ค\s*\.?\s*ศ\s*\.?)?\s*(?<year>2\s?[04-6]\s?[0-9]\s?[0-9])|ปี\s*งบ(\s*ประมาณ|\s*ฯ)?\s*(?<era>พ\s*\.?\s*ศ\s*\.?)?\s*(?<year>[5-9][0-9]))(?![0-9])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();

    [GeneratedRegex(@"ตลอดปี|ปี\s*งบ|ทั้งปี")]
    private static partial Regex WholeYear();

    /// <summary>Words for a part of a year, or for its beginning or end.</summary>
    [GeneratedRegex("ครึ่ง|ต้นปี|กลางปี|ปลายปี|สิ้นปี|ก่อน|หลัง|เป็นต้นไป|ตั้งแต่|เริ่ม")]
    private static partial Regex PartOfYear();

    /// <summary>One date that a period only begins or ends with.</summary>
    [GeneratedRegex("เป็นต้นไป|ตั้งแต่|นับแต่|นับจาก|ภายใน|จนถึง|ถึง|หลังจาก|ก่อน|เริ่ม|[-–—]")]
    private static partial Regex Open();

    /// <summary>A length, but not that of each of several parts.</summary>
    [GeneratedRegex(
        @"(?<![0-9]|(ละ|ที่)\s*)(?<count>[0-9]{1,4})\s*(?<unit>วัน|เดือน|สัปดาห์|ปี(?!\s*งบ))(?!ที่)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Length();

    /// <summary>Words from one date to the last of the same period.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}])[-–—~]|ถึง|จน|สิ้นสุด|เสร็จ|(?<![A-Za-z])(to|until)(?![A-Za-z])")]
    private static partial Regex Range();

    /// <summary>Nothing but "and", and the words in front of a date.</summary>
    [GeneratedRegex(@"^\s*(และ|กับ)\s*(วัน[ก-๎]*|เดือน)?\s*\z")]
    private static partial Regex And();

    /// <summary>A word in front of the first of two dates that makes "และ" mean "to".</summary>
    [GeneratedRegex(@"ระหว่าง(\s*(วัน|เดือน)ที่?)?\s*\z")]
    private static partial Regex Between();

    /// <summary>Words between dates of separate periods; a dash beside them is the mark of an item.</summary>
    [GeneratedRegex("[,;]|และ|หรือ|กับ|รุ่น|ครั้ง|ระยะ|ภาคเรียน|รอบ|ไตรมาส|สัปดาห์")]
    private static partial Regex List();

    /// <summary>Numbers beside dates: durations, rounds, times of day, and the quarters or the year of the dates.</summary>
    [GeneratedRegex(
        @"ปี\s*งบ(\s*ประมาณ|\s*ฯ)?\s*(พ\s*\.?\s*ศ\s*\.?\s*|ค\s*\.?\s*ศ\s*\.?\s*)?(2[04-6][0-9]{2}|[5-9][0-9](?![0-9]))|ไตรมาส\s*(ที่)?\s*[1-4]\s*(-|–|—|,|และ|ถึง)\s*[1-4](?=\s*[(:]|\s*\z)|(รุ่น|ครั้ง|ระยะ|ภาคเรียน|รอบ|ไตรมาส)\s*(ที่)?\s*[0-9]+|[0-9]+([.:][0-9]{2})?\s*(-\s*[0-9]+[.:][0-9]{2}\s*)?(น\.|นาฬิกา|เดือน|วัน|ครั้ง|รุ่น|ชั่วโมง|ระยะ|ปี)"
    )]
    private static partial Regex Harmless();
}
