using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Json;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>
/// Reports the cells that were used although a number or a person in them is not in what was read from them: each is in
/// the plan, at its place, or in the report. Numbers of items, the plan's fiscal year, and numbers in headings of
/// columns that were recognised as a whole, are not counted. Nor is a number in a table that no reader takes: it is kept
/// as running text, and reported as well.
/// </summary>
internal sealed partial class NumberAccount
{
    private const int MostHeaderRows = 3;

    /// <summary>
    /// The number of parts of the plan that are cached. Few are enough, because the cells of a part follow each other.
    /// </summary>
    private const int MostKnown = 256;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789๐๑๒๓๔๕๖๗๘๙");

    /// <summary>Members of a source that are more than one member of the part, or have another name there.</summary>
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["strategy"] = ["Strategy", "StrategyPrinted"],
        ["responsibleUnit"] = ["ResponsibleUnit", "ResponsibleUnitPrinted"],
        ["period"] = ["PeriodPrinted", "StartsOn", "EndsOn"],
        ["listed"] = ["Number", "Name"],
        ["label"] = ["Amount"],
    };

    private readonly Dictionary<(object Part, string Member), Stated> known = new(new SamePart());
    private readonly Dictionary<Type, PropertyInfo[]> properties = [];
    private readonly string year;
    private readonly string area;

    private NumberAccount(PlanFile plan)
    {
        year = $"{plan.DevelopmentPlan.FiscalYear}";
        area = Area().Match(ThaiNumber.ToArabicDigits(plan.Office.Name)).Groups["number"].Value;
    }

    public static void Settle(IReadOnlyList<Row> rows, PlanFile plan)
    {
        var account = new NumberAccount(plan);
        foreach (var cell in rows.SelectMany(row => row.Filled))
        {
            if (
                cell is { Used: true, IsHead: false, IsQuestioned: false, IsAddend: false }
                && !account.Repeats(cell)
                && !account.HasAll(cell)
            )
                cell.Question(ExpectedValue.Nothing);
            else if (
                cell is { IsInRunningText: true, IsQuestioned: false, IsCaption: false }
                && !IsCounter(cell)
                && account.In(cell).Any()
            )
                cell.LeaveInText();
        }
    }

    /// <summary>Whether a cell repeats the numbers of its table's header after a page break.</summary>
    private bool Repeats(Cell cell) =>
        cell.Row.RepeatsHeader
        && cell.Row.Table!.Rows.Take(MostHeaderRows).Any(row => In(cell).SequenceEqual(In(row[cell.Index] ?? cell)));

    /// <summary>Whether a cell numbers its row, as the first one in it: the number after that of the row above, or 1.</summary>
    private static bool IsCounter(Cell cell) =>
        cell == cell.Row.Filled.First()
        && cell.Row.Table is not null
        && Marker.IsNumber(cell.Flat)
        && Marker.At($"{cell.Flat.TrimEnd('.', ')', ' ')}. ก") is { Depth: 1 } marker
        && (
            marker.Parts[0] == 1
            || cell.Row.Table.Rows.TakeWhile(row => row != cell.Row)
                .Any(row => Numbers.OfItem(row[cell.Index]?.Flat ?? "") == marker.Parts[0] - 1)
        );

    private bool HasAll(Cell cell)
    {
        var numbers = In(cell).ToList();
        var persons = PersonsIn(cell.Flat).ToList();
        if (numbers.Count == 0 && persons.Count == 0)
            return true;
        var stated = cell.Parts.Select(StatedBy).ToList();
        return numbers.TrueForAll(number => stated.Exists(one => one.Numbers.Contains(number)))
            && persons.TrueForAll(person => stated.Exists(one => one.Text.Contains(person, StringComparison.Ordinal)));
    }

    /// <summary>What a part says in a member; a part as such says all of its own, without the parts below it.</summary>
    private Stated StatedBy((object Part, string Member) of)
    {
        if (known.TryGetValue(of, out var stated))
            return stated;
        if (known.Count == MostKnown)
            known.Clear();
        var text = of.Part is string own ? own : string.Join(' ', Values(of.Part, of.Member).Select(Readably));
        return known[of] = new Stated([.. NumbersIn(text)], Markup.Squeeze(text));
    }

    private IEnumerable<object?> Values(object part, string member)
    {
        if (part is ProjectDocument { PrintedTotals: { } totals } && SpendingTable.MemberNames.Contains(member))
            part = totals;
        var name = member.Split('/')[0];
        string[] wanted =
            member.Length == 0 ? [] : Members.GetValueOrDefault(name, [$"{char.ToUpperInvariant(name[0])}{name[1..]}"]);
        return Properties(part.GetType())
            .Where(property => member.Length == 0 ? !IsOfParts(property.PropertyType) : wanted.Contains(property.Name))
            .Select(property => property.GetValue(part));
    }

    private PropertyInfo[] Properties(Type type) =>
        properties.TryGetValue(type, out var found)
            ? found
            : properties[type] = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static bool IsOfParts(Type type) =>
        type.IsGenericType
        && typeof(IEnumerable).IsAssignableFrom(type)
        && type.GenericTypeArguments[0].Assembly == typeof(PlanFile).Assembly;

    private static string Readably(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            IEnumerable<string> texts => string.Join(' ', texts),
            DateOnly day => string.Create(
                CultureInfo.InvariantCulture,
                $"{day:yyyy-MM-dd} {day.Year + FiscalYear.BuddhistEraOffset}"
            ),
            _ => JsonSerializer.Serialize(value, PlanFileJson.Facts),
        };

    /// <summary>A cell that is one number has only this one, even if its digits are split.</summary>
    private IEnumerable<string> In(Cell cell)
    {
        if (!HasDigits(cell.Text))
            return [];
        var numbers = ThaiNumber.Parse(ScaledNumber.InDigits(cell.Flat)) is { } value
            ? [Plain(Math.Abs(value).ToString(CultureInfo.InvariantCulture))]
            : InlineItems.Of(cell.Text).SelectMany(item => NumbersIn(Numbered().Replace(item.Text, " ")));
        return numbers.Where(number => number.Length > 0 && number != year);
    }

    private IEnumerable<string> NumbersIn(string text)
    {
        if (!HasDigits(text))
            return [];
        var arabic = ThaiNumber.ToArabicDigits(ScaledNumber.InDigits(text));
        var own = Area().Replace(arabic, match => match.Groups["number"].Value == area ? "" : match.Value);
        return Number().Matches(Split().Replace(own, ",")).Select(match => Plain(match.Value));
    }

    private static bool HasDigits(string text) => text.AsSpan().ContainsAny(Digits);

    private static IEnumerable<string> PersonsIn(string text) =>
        text.AsSpan().ContainsAny(PersonTitles.Beginnings)
            ? Person().Matches(text).Select(match => Markup.Squeeze(match.Value))
            : [];

    private static string Plain(string number)
    {
        var digits = number.Replace(",", "", StringComparison.Ordinal).TrimStart('0');
        return digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
    }

    /// <summary>The number of an item behind other words: "ผู้รับผิดชอบ ๑. นาย…".</summary>
    [GeneratedRegex(@"(?<![0-9๐-๙.,])[0-9๐-๙]{1,2}[.)]\s*(?=[ก-๎])(?!บาท)")]
    private static partial Regex Numbered();

    /// <summary>The number of an office's area behind its province.</summary>
    [GeneratedRegex(@"เขต\s?0?(?<number>[0-9]{1,2})(?![0-9])")]
    private static partial Regex Area();

    /// <summary>A comma within a number, with spaces around it.</summary>
    [GeneratedRegex(@"(?<=[0-9])\s?,\s?(?=[0-9]{3}(?![0-9]))")]
    private static partial Regex Split();

    [GeneratedRegex(@"[0-9]+(,[0-9]{3})*(\.[0-9]+)?")]
    private static partial Regex Number();

    /// <summary>A title with the name behind it.</summary>
    [GeneratedRegex(@"(?<=^|[\s,;/()]|และ)(" + PersonTitles.Usual + @")\s?[ก-๎]{2,}(\s[ก-๎]{2,})?")]
    private static partial Regex Person();

    /// <summary>The numbers and the letters of a member, without spaces.</summary>
    private sealed record Stated(HashSet<string> Numbers, string Text);

    private sealed class SamePart : IEqualityComparer<(object Part, string Member)>
    {
        public bool Equals((object Part, string Member) one, (object Part, string Member) other) =>
            ReferenceEquals(one.Part, other.Part) && one.Member == other.Member;

        public int GetHashCode((object Part, string Member) of) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(of.Part), of.Member);
    }
}
