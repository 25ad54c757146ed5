using System.Text;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>Puts a plan's text into an OpenDocument text.</summary>
internal static class OdtFile
{
    private const string Names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

    public static byte[] Of(string text, Random random)
    {
        var body = new StringBuilder("<text:tracked-changes><text:p>999</text:p></text:tracked-changes>");
        foreach (var part in Part.Of(text))
        {
            if (part.IsTable)
                body.Put(Table(part.Rows, random));
            else
                body.Put($"<text:p>{Inline(part.Text, random)}</text:p>");
        }

        return Package(body.ToString());
    }

    public static byte[] Package(string body, string styles = "") =>
        Dress.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                $"<office:document-content {Names}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
            )
        );

    private static string Table(IReadOnlyList<string[]> rows, Random random)
    {
        var table = new StringBuilder("<table:table>");
        foreach (var row in rows)
        {
            table.Put("<table:table-row>");
            for (var column = 0; column < row.Length; )
            {
                var width = Dress.Width(row, column);
                var kind = random.Next(3);
                if (kind == 0)
                    table.Put(
                        $"<table:table-cell table:number-columns-spanned=\"{width}\">{Paragraph(row[column], random)}</table:table-cell>"
                    );
                else
                    table.Put($"<table:table-cell>{Paragraph(row[column], random)}</table:table-cell>");
                if (width > 1)
                    table.Put(
                        $"<table:{(kind == 0 ? "covered-table-cell" : "table-cell")} table:number-columns-repeated=\"{width - 1}\"/>"
                    );
                column += width;
            }

            table.Put("</table:table-row>");
        }

        return table.Put("</table:table>").ToString();
    }

    private static string Paragraph(string text, Random random) => $"<text:p>{Inline(text, random)}</text:p>";

    private static string Inline(string text, Random random) =>
        string.Concat(
            Dress
                .Pieces(text, random)
                .Select(piece =>
                    random.Next(3) == 0
                        ? $"<text:span>{Spaced(piece)}</text:span><text:bookmark text:name=\"b\"/>"
                        : $"{Spaced(piece)}<office:annotation><text:p>999</text:p></office:annotation>"
                )
        );

    private static string Spaced(string text) => Dress.Xml(text).Replace(" ", "<text:s/>", StringComparison.Ordinal);
}

/// <summary>Puts a plan's text into an HTML file.</summary>
internal static class HtmlFile
{
    public static byte[] Of(string text, Random random)
    {
        var body = new StringBuilder();
        foreach (var part in Part.Of(text))
        {
            if (part.IsTable)
                body.Put(Table(part.Rows, random));
            else
                body.Put(part.IsBlank ? "<p>&nbsp;</p>\n" : $"<p class=a>{Inline(part.Text, random)}</p>\n");
        }

        return Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html>\n<html><head><title>999</title><style>p {{ margin: 999px }}</style></head><body>{body}<script>document.write('999')</script></body></html>"
        );
    }

    private static string Table(IReadOnlyList<string[]> rows, Random random)
    {
        var table = new StringBuilder("<table border=1><tbody>");
        foreach (var row in rows)
        {
            table.Put("<tr>");
            for (var column = 0; column < row.Length; )
            {
                var width = random.Next(2) == 0 ? Dress.Width(row, column) : 1;
                table.Put($"<td colspan={width}>{Inline(row[column], random)}");
                column += width;
            }

            table.Put("</tr>\n");
        }

        return table.Put("</table>").ToString();
    }

    private static string Inline(string text, Random random) =>
        string.Concat(
            Dress
                .Pieces(text, random)
                .Select(piece =>
                    random.Next(3) == 0 ? $"<span lang=TH>{Dress.Xml(piece)}</span><!-- 999 -->" : Dress.Xml(piece)
                )
        );
}
