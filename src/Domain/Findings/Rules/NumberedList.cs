using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <param name="Parent">The item of the same list whose number its own begins with.</param>
internal sealed record NumberedItem(string Number, object Part, Source? Source, NumberedItem? Parent = null);

/// <summary>Items that are numbered one after the other.</summary>
internal sealed record NumberedList(string Place, LocalText Location, IReadOnlyList<NumberedItem> Items)
{
    /// <summary>It begins with 1; a list that is the rest of another need not.</summary>
    public bool FromOne { get; init; } = true;

    /// <summary>It may hold several lists, each begun with 1.</summary>
    public bool MayRestart { get; init; }

    /// <summary>An item that prints no number has its place as number.</summary>
    public bool MayBeUnnumbered { get; init; }
}
