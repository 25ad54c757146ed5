using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

/// <param name="Parent">The item of the same list whose number is the prefix of its number.</param>
internal sealed record NumberedItem(string Number, object Part, Source? Source, NumberedItem? Parent = null);

/// <summary>Items that are numbered consecutively.</summary>
internal sealed record NumberedList(string Place, LocalText Location, IReadOnlyList<NumberedItem> Items)
{
    /// <summary>Whether the list must begin with 1; the rest of another list need not.</summary>
    public bool FromOne { get; init; } = true;

    /// <summary>Whether the list may consist of several lists that each begin with 1.</summary>
    public bool MayRestart { get; init; }

    /// <summary>Whether the number is the position of an item without a printed number.</summary>
    public bool MayBeUnnumbered { get; init; }
}
