using TeacherDevPlan.Domain.Findings.Rules.Common;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

/// <summary>The numbers of a list in order, and which of them are wrong.</summary>
internal sealed class NumberSequence
{
    private readonly NumberedList list;
    private readonly List<Entry> entries = [];
    private readonly List<WrongNumber> wrong = [];

    public NumberSequence(NumberedList list, IReadOnlyList<NumberedItem> items)
    {
        this.list = list;
        var twice = items
            .GroupBy(item => item.Number)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet();
        IReadOnlyList<NumberStep> parent = [];
        foreach (var item in items)
        {
            if (ItemNumber.Parse(item.Number) is not { } steps)
                continue;
            if (steps[0].IsLetter)
                steps = [.. parent, .. steps];
            else
                parent = steps;
            entries.Add(new Entry(item, steps, twice.Contains(item.Number)));
        }
    }

    /// <summary>An item, the number that it should have, and whether another item has its number.</summary>
    private sealed record Entry(NumberedItem Item, IReadOnlyList<NumberStep> Steps, bool IsTwice);

    /// <summary>A number on one level of the list: an item's own, or one implied by an item below it.</summary>
    private sealed record OnLevel(Entry Entry, NumberStep Step, bool IsItsOwn);

    public IReadOnlyList<WrongNumber> Wrong()
    {
        wrong.Clear();
        foreach (var run in Runs())
        {
            Mistyped(run);
            Misplaced(run);
            var explicitNumbers = run.Select(entry => Key(entry.Steps)).ToHashSet();
            var shallowest = run.Min(entry => entry.Steps.Count);
            foreach (var (prefix, level) in Levels(run))
            {
                var depth = prefix.Count + 1;
                var fromOne = depth == shallowest ? list.FromOne : depth > 2 || explicitNumbers.Contains(Key(prefix));
                CheckLevel(prefix, level, fromOne);
            }
        }

        return wrong;
    }

    /// <summary>The separate lists within the list: one, unless the numbering may start again with 1.</summary>
    private List<List<Entry>> Runs()
    {
        var runs = new List<List<Entry>>();
        foreach (var entry in entries)
        {
            var begins =
                runs.Count == 0
                || (
                    list.MayRestart
                    && entry.Steps[^1].Value == 1
                    && !ItemNumber.Follows(runs[^1][^1].Steps, entry.Steps)
                );
            if (begins)
                runs.Add([]);
            runs[^1].Add(entry);
        }

        return runs;
    }

    /// <summary>
    /// Numbers that fit neither the previous nor the next one, where a single other number would fit both.
    /// </summary>
    private void Mistyped(List<Entry> run)
    {
        for (var i = 1; i < run.Count - 1; i++)
        {
            var (before, here, after) = (run[i - 1].Steps, run[i], run[i + 1].Steps);
            if (ItemNumber.Follows(before, here.Steps))
                continue;
            var expected = ItemNumber.Expected(before, here.Steps);
            if (!ItemNumber.Follows(before, expected) || !ItemNumber.Follows(expected, after))
                continue;
            var kind =
                here.IsTwice ? NumberingKind.Repeat
                : IsBeyond(here.Steps, expected) ? NumberingKind.Gap
                : NumberingKind.Order;
            Add(kind, here, ItemNumber.Text(before), ItemNumber.Text(expected));
            run[i] = here with { Steps = expected };
        }
    }

    /// <summary>The first item below another whose number it does not have as prefix.</summary>
    private void Misplaced(List<Entry> run)
    {
        foreach (var parent in run.Where(entry => !IsWrong(entry)))
        {
            var first = run.Find(entry =>
                ReferenceEquals(entry.Item.Parent, parent.Item)
                && !IsWrong(entry)
                && !entry.Steps.Take(entry.Steps.Count - 1).SequenceEqual(parent.Steps)
            );
            if (first is not null)
                Add(
                    NumberingKind.Order,
                    first,
                    ItemNumber.Text(parent.Steps),
                    ItemNumber.Text([.. parent.Steps, first.Steps[^1]])
                );
        }
    }

    private bool IsWrong(Entry entry) => wrong.Any(other => ReferenceEquals(other.Item, entry.Item));

    private static bool IsBeyond(IReadOnlyList<NumberStep> number, IReadOnlyList<NumberStep> other)
    {
        var (one, two) = number.Zip(other).FirstOrDefault(pair => pair.First != pair.Second);
        return one.Value > two.Value;
    }

    private static List<(IReadOnlyList<NumberStep> Prefix, List<OnLevel> Level)> Levels(List<Entry> run)
    {
        var levels = new List<(IReadOnlyList<NumberStep> Prefix, List<OnLevel> Level)>();
        foreach (var entry in run)
        {
            for (var depth = 1; depth <= entry.Steps.Count; depth++)
            {
                var prefix = entry.Steps.Take(depth - 1).ToList();
                var level = levels.Find(l => Key(l.Prefix) == Key(prefix)).Level;
                if (level is null)
                    levels.Add((prefix, level = []));
                var step = new OnLevel(entry, entry.Steps[depth - 1], depth == entry.Steps.Count);
                if (level.Count == 0 || level[^1].Step != step.Step || (level[^1].IsItsOwn && step.IsItsOwn))
                    level.Add(step);
            }
        }

        return levels;
    }

    private void CheckLevel(IReadOnlyList<NumberStep> prefix, List<OnLevel> level, bool fromOne)
    {
        string Text(NumberStep step) => ItemNumber.Text([.. prefix, step]);
        var seen = new List<OnLevel>();
        foreach (var here in level)
        {
            var before = seen.Count > 0 ? seen[^1].Step : here.Step;
            if (seen.Any(other => other.Step == here.Step))
            {
                var kind = here.IsItsOwn ? NumberingKind.Repeat : NumberingKind.Order;
                Add(kind, here.Entry, Text(before), Text(before.Next));
                continue;
            }

            if (here.Step.IsLetter == before.IsLetter && here.Step.Value < before.Value)
                Add(NumberingKind.Order, here.Entry, Text(before), null);
            seen.Add(here);
        }

        foreach (var kind in seen.GroupBy(here => here.Step.IsLetter))
        {
            OnLevel? before = null;
            foreach (var here in kind.OrderBy(here => here.Step.Value))
            {
                var expected = before?.Step.Next ?? here.Step.First;
                if (here.Step.Value > expected.Value && (before is not null || (fromOne && here.IsItsOwn)))
                    Add(NumberingKind.Gap, here.Entry, before is null ? null : Text(before.Step), Text(expected));
                before = here;
            }
        }
    }

    private void Add(NumberingKind kind, Entry entry, string? before, string? expected)
    {
        var occurrence = entries
            .TakeWhile(other => !ReferenceEquals(other.Item, entry.Item))
            .Count(other => other.Item.Number == entry.Item.Number);
        wrong.Add(new WrongNumber(kind, list, entry.Item, occurrence + 1, before, expected));
    }

    private static string Key(IReadOnlyList<NumberStep> steps) =>
        string.Join('.', steps.Select(step => (step.IsLetter ? "~" : "") + Amounts.Text(step.Value)));
}
