using System.IO.Compression;
using System.Net;
using System.Text;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>A part of a plan's text: a line, an empty line (no cells), or the rows of a table.</summary>
internal sealed record Part(IReadOnlyList<string[]> Rows)
{
    public bool IsBlank => Rows.Count == 1 && Rows[0] is [""];

    public bool IsTable => Rows[0].Length > 1;

    public string Text => Rows[0][0];

    /// <summary>The parts of a text whose tables are separated by tabs.</summary>
    public static List<Part> Of(string text)
    {
        var parts = new List<Part>();
        var rows = new List<string[]>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var cells = line.Split('\t');
            if (cells.Length > 1)
            {
                rows.Add(cells);
                continue;
            }

            if (rows.Count > 0)
                parts.Add(new Part([.. rows]));
            rows.Clear();
            parts.Add(new Part([cells]));
        }

        if (rows.Count > 0)
            parts.Add(new Part(rows));
        return parts;
    }
}

/// <summary>Writes the files of office programs.</summary>
internal static class Dress
{
    public static string Xml(string text) => WebUtility.HtmlEncode(text);

    public static StringBuilder Put(this StringBuilder builder, string text) => builder.Append(text);

    /// <summary>A text in pieces, as editing leaves it.</summary>
    public static IEnumerable<string> Pieces(string text, Random random)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = random.Next(2) == 0 ? text.Length - at : random.Next(1, text.Length - at + 1);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The number of columns from a filled cell to the next one: those may be merged.</summary>
    public static int Width(string[] row, int column)
    {
        var end = column + 1;
        while (end < row.Length && row[end].Length == 0)
            end++;
        return end - column;
    }
}
