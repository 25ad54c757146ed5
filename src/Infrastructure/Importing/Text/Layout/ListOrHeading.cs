using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Decides whether a short numbered line is an item of a list or a heading.</summary>
internal static class ListOrHeading
{
    /// <summary>The number of previous lines in which the beginning of a list is searched.</summary>
    private const int Remembered = 80;

    public static bool IsHeading(Row row, Marker marker, Row? below, Chunk chunk, HeadingLevels levels)
    {
        if (
            !row.AfterBlank
            && chunk.Rows is [.., { Table: null, First.Marker: { } above }]
            && GoesOnBeside(marker, above)
        )
            return false;
        var next = below?.First.Marker;
        if (below is { AfterBlank: false } && next is not null && GoesOnBeside(next, marker))
            return false;
        var before = Markers(chunk);
        if (chunk.IsList)
            return IsHeadingAfterList(marker, next, before);
        if (Open(before).Any(one => marker.Follows(one) || marker.IsBelow(one)))
            return false;
        return next?.Follows(marker) != true && levels.GoesOn(marker);
    }

    /// <summary>
    /// Whether the words of a heading are only the next item of a list: "3. แนวทางการพัฒนา" after "2. …".
    /// </summary>
    public static bool IsListed(Heading known, Row row, Chunk chunk) =>
        known.Rest.Length == 0
        && known.Kind is not (HeadingKind.FocusPoints or HeadingKind.Needs or HeadingKind.Survey or HeadingKind.Part)
        && known.Kind is not (HeadingKind.Strategy or HeadingKind.DataTable or HeadingKind.Calendar)
        && row.First.Marker is { Depth: > 1 } marker
        && Markers(chunk).Any(one => marker.Follows(one));

    /// <summary>In a list that is a field of the plan, a number that continues the list is an item.</summary>
    private static bool IsHeadingAfterList(Marker marker, Marker? next, List<Marker> before)
    {
        if (before.Count == 0)
            return false;
        var siblings = before.Where(one => one.Depth == marker.Depth).ToList();
        var groups = siblings.Count > 0 && siblings.TrueForAll(one => before.Exists(other => other.IsBelow(one)));
        if (groups && marker.Depth == 1 && siblings.Exists(marker.Follows))
            return next is null || !(next.IsBelow(marker) || next.IsBullet);
        return !before.Exists(one => GoesOnFrom(marker, one));
    }

    /// <summary>
    /// Whether a number is the next, one of the next few (if a number is missing), the first below, or the same again.
    /// </summary>
    private static bool GoesOnFrom(Marker marker, Marker one)
    {
        if (one.Depth == 0 || marker.Depth == 0)
            return true;
        if (marker.IsBelow(one))
            return true;
        return GoesOnBeside(marker, one);
    }

    /// <summary>The same, on the same level of numbers.</summary>
    private static bool GoesOnBeside(Marker marker, Marker one) =>
        marker.Depth > 0
        && marker.Depth == one.Depth
        && marker.Parts.SkipLast(1).SequenceEqual(one.Parts.SkipLast(1))
        && marker.Parts[^1] - one.Parts[^1] is >= 0 and <= 3;

    /// <summary>The last number of each depth that a list can continue from.</summary>
    private static List<Marker> Open(List<Marker> markers)
    {
        var open = new SortedDictionary<int, Marker>();
        foreach (var marker in markers.Where(one => one.Number is not null))
        {
            foreach (var deeper in open.Keys.Where(depth => depth > marker.Depth && marker.Depth > 0).ToList())
                open.Remove(deeper);
            open[marker.Depth] = marker;
        }

        return [.. open.Values];
    }

    private static List<Marker> Markers(Chunk chunk) =>
        [
            .. chunk
                .Rows.TakeLast(Remembered)
                .Where(row => row.Table is null)
                .Select(row => row.First.Marker)
                .OfType<Marker>(),
        ];
}
