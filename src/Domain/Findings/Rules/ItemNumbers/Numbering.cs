using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

internal enum NumberingKind
{
    Gap,
    Repeat,
    Order,
}

/// <summary>An item whose number differs from the expected one.</summary>
/// <param name="Occurrence">1 for the first item of the list with this number.</param>
internal sealed record WrongNumber(
    NumberingKind Kind,
    NumberedList List,
    NumberedItem Item,
    int Occurrence,
    string? Before,
    string? Expected
);

/// <summary>Finds the numbering faults in a plan's lists, each one once.</summary>
internal static class Numbering
{
    public static IEnumerable<Fault> Faults(PlanFile plan, NumberingKind kind, Func<WrongNumber, LocalText> message) =>
        from list in NumberedLists.Of(plan)
        from wrong in Of(list)
        where wrong.Kind == kind && !IsUnread(plan, wrong)
        let key = wrong.Occurrence == 1 ? wrong.Item.Number : $"{wrong.Item.Number}#{wrong.Occurrence}"
        select new Fault(
            $"{list.Place}/{key}",
            list.Location.And($"item {wrong.Item.Number}", $"ข้อ {wrong.Item.Number}"),
            message(wrong)
        )
        {
            Subject = wrong.Item.Part,
            Stated = wrong.Item.Number,
            Computed = wrong.Expected,
            Source = wrong.Item.Source,
        };

    /// <summary>Whether the row with a missing number is there, and reported because it has a cell that is not understood.</summary>
    private static bool IsUnread(PlanFile plan, WrongNumber wrong)
    {
        if (wrong.Kind != NumberingKind.Gap || wrong.Item.Source is not { Table: { } table, Row: { } row })
            return false;
        var above = wrong.List.Items.Max(item =>
            item.Source is { } source && source.Table == table && source.Row < row ? source.Row : 0
        );
        return (plan.Reading?.Unread ?? [])
            .SelectMany(passage => passage.Cells ?? [])
            .Any(cell => cell.Source.Table == table && cell.Source.Row > above && cell.Source.Row < row);
    }

    /// <summary>
    /// Whether a number counts the preceding items, which have no number of their own: bullets, and then "5.".
    /// </summary>
    private static bool NumberIsPosition(NumberedList list, NumberedItem item) =>
        item.Number == Amounts.Text(list.Items.TakeWhile(one => !ReferenceEquals(one, item)).Count() + 1);

    public static IReadOnlyList<WrongNumber> Of(NumberedList list)
    {
        var printed = list.MayBeUnnumbered
            ? list.Items.Where(item => item.Source is null || ItemNumber.IsPrinted(item.Number, item.Source.RawText))
            : list.Items;
        var numbered = printed.ToList();
        if (numbered.Count < list.Items.Count && numbered.Count > 0 && NumberIsPosition(list, numbered[0]))
            list = list with { FromOne = false };
        var all = new NumberSequence(list, numbered).Wrong();
        if (all.Count == 0 || !list.MayBeUnnumbered || list.Items.Any(item => item.Source is not null))
            return all;

        // It is not known which items print no number; those whose number equals their position may be such items.
        List<NumberedItem> rest = [.. list.Items.Where((item, i) => item.Number != Amounts.Text(i + 1))];
        if (rest.Count == 0 || ItemNumber.Parse(rest[0].Number) is not { } first || first.Any(step => step.Value != 1))
            return all;
        var withoutThem = new NumberSequence(list, rest).Wrong();
        return withoutThem.Count < all.Count ? withoutThem : all;
    }
}
