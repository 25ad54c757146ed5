namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>The headings that are open while a document is walked, and how deep they are.</summary>
internal sealed class HeadingLevels
{
    private readonly Dictionary<int, Marker> open = [];
    private int dotted = 1;

    /// <summary>The depth of a heading, which is open from here on: a part is 1, "1." 2, "1.1" 3; others are below them.</summary>
    public int Of(Heading heading, Row row)
    {
        if (heading.Kind == HeadingKind.Part)
        {
            open.Clear();
            return dotted = 1;
        }

        if (row.First.Marker is not { Number: not null } marker)
            return dotted + 1;
        if (row.First.Flat.TrimStart()[0] == '(' || marker.Depth == 0)
        {
            open[-1] = marker;
            return dotted + 1;
        }

        foreach (var deeper in open.Keys.Where(depth => depth > marker.Depth || depth < 0).ToList())
            open.Remove(deeper);
        open[marker.Depth] = marker;
        return dotted = marker.Depth + 1;
    }

    /// <summary>Whether a number is the next among the open headings, the first below one, or a beginning.</summary>
    public bool GoesOn(Marker marker) =>
        open.Values.Any(one => marker.Follows(one) || marker.IsBelow(one))
        || (marker.Depth == 1 && marker.Parts[0] == 1)
        || marker.Depth > 1;
}
