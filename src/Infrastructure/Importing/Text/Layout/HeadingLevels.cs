using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>The open numbered headings and their depths, while a document is traversed.</summary>
internal sealed class HeadingLevels
{
    private readonly List<(Marker Marker, int Level)> open = [];
    private int part;

    private int Deepest => open.Count == 0 ? part : open[^1].Level;

    /// <summary>
    /// The depth of a heading, which is open from then on. A part has depth 1. A number has the depth of the one that
    /// it continues. A number that starts anew, and a heading without a number, is below the open headings.
    /// </summary>
    public int Of(Heading heading, Row row)
    {
        if (heading.Kind == HeadingKind.Part)
        {
            open.Clear();
            return part = 1;
        }

        if (row.First.Marker is not { Number: not null } marker)
            return Deepest + 1;
        var sibling = open.FindLastIndex(one => Continues(marker, one.Marker));
        var parent = open.FindLastIndex(one => marker.IsBelow(one.Marker));
        var level =
            sibling >= 0 ? open[sibling].Level
            : parent >= 0 ? open[parent].Level + 1
            : Deepest + 1;
        if (sibling >= 0)
            open.RemoveRange(sibling, open.Count - sibling);
        else if (parent >= 0)
            open.RemoveRange(parent + 1, open.Count - parent - 1);
        open.Add((marker, level));
        return level;
    }

    /// <summary>
    /// Whether a number is the next of one of the open headings, the first below one, or the start of a list.
    /// </summary>
    public bool GoesOn(Marker marker) =>
        marker.Depth > 1
        || (marker.Depth == 1 && marker.Parts[0] == 1)
        || open.Exists(one => Continues(marker, one.Marker));

    /// <summary>
    /// Whether a number is the next of a list, or close to it, in case a number is missing or wrong; 1 starts a new
    /// list.
    /// </summary>
    private static bool Continues(Marker marker, Marker before) =>
        marker.Depth > 0
        && marker.Depth == before.Depth
        && marker.Parts[^1] - before.Parts[^1] is >= -3 and <= 3
        && marker.Parts[^1] > 1
        && marker.Parts.SkipLast(1).SequenceEqual(before.Parts.SkipLast(1));
}
