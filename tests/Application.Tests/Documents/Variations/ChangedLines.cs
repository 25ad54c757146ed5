namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>
/// The lines of a text that are not in another one, with the rest of their tables and paragraphs: what a person looks
/// at who looks for the change.
/// </summary>
internal sealed class ChangedLines
{
    private readonly HashSet<int> lines = [];

    public ChangedLines(string before, string after)
    {
        string[] old = before.Split('\n');
        string[] own = after.Split('\n');
        var kept = Kept(old, own);
        for (var i = 0; i < own.Length; i++)
        {
            // A line that was taken out changes the lines around its place.
            if (kept[i] < 0 || (i > 0 && kept[i - 1] >= 0 && kept[i] != kept[i - 1] + 1))
                AddBlock(own, i);
        }
    }

    /// <summary>Whether a line, counted from 1, is one of them.</summary>
    public bool Contains(int first, int last) => lines.Any(line => first <= line && line <= last);

    private void AddBlock(string[] own, int line)
    {
        var first = line;
        var last = line;
        while (first > 0 && own[first - 1].Trim().Length > 0)
            first--;
        while (last + 1 < own.Length && own[last + 1].Trim().Length > 0)
            last++;
        // A caption belongs to the table below it.
        if (
            last + 2 < own.Length
            && IsCaption(own[first..(last + 1)])
            && own[last + 2].Contains('\t', StringComparison.Ordinal)
        )
            AddBlock(own, last + 2);
        for (var i = first; i <= last; i++)
            lines.Add(i + 1);
    }

    private static bool IsCaption(string[] block) =>
        block.Length <= 2 && !Array.Exists(block, line => line.Contains('\t', StringComparison.Ordinal));

    /// <summary>For each line of a text, the line of the other one that it is, or -1: the longest common order of lines.</summary>
    private static int[] Kept(string[] old, string[] own)
    {
        var lengths = new int[old.Length + 1, own.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = own.Length - 1; j >= 0; j--)
        {
            lengths[i, j] =
                old[i] == own[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        var kept = new int[own.Length];
        Array.Fill(kept, -1);
        for (int i = 0, j = 0; i < old.Length && j < own.Length; )
        {
            if (old[i] == own[j])
                kept[j++] = i++;
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }

        return kept;
    }
}
