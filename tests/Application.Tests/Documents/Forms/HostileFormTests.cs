using System.IO.Compression;
using System.Text;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>A damaged or hostile file ends in one clear line.</summary>
public sealed class HostileFormTests
{
    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["docx"] = () => WordFile.Of(SmallPlan.Text(new Clothes()), new Random(1)),
        ["xlsx"] = () => ExcelFile.Of(SmallPlan.Text(new Clothes()), new Random(1)),
        ["odt"] = () => OdtFile.Of(SmallPlan.Text(new Clothes()), new Random(1)),
        ["html"] = () => HtmlFile.Of(SmallPlan.Text(new Clothes()), new Random(1)),
    };

    private static readonly string[] Values =
    [
        "0",
        "-1",
        "1",
        "9",
        "2147483647",
        "-2147483648",
        "99999999999",
        "1e308",
        "",
        "x",
        "A1:XFD1048576",
        "%1%2%9",
        "true",
        "none",
        "H",
        "H0",
        "[$-D07041E]0.00;;;",
        "SUM(A1:XFD1048576)",
        "((((((1",
        "๑",
    ];

    public static TheoryData<string> All => [.. Files.Keys];

    public static TheoryData<string, byte[]> Refused { get; } =
        new()
        {
            { "ZIP archive", Dress.Zip(("a.txt", "แผน")) },
            { "presentation", Dress.Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")) },
            { "binary form", Dress.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")) },
            {
                "no text",
                Dress.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>"))
            },
            { "damaged", Dress.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w>")) },
            { "damaged", "PK\u0003\u0004 …"u8.ToArray() },
            { "web archive", "MIME-Version: 1.0\r\nContent-Type: multipart/related"u8.ToArray() },
            { "is XML", "<?xml version=\"1.0\"?><w:wordDocument/>"u8.ToArray() },
            {
                "more than 5000 parts",
                Dress.Zip([.. Enumerable.Range(0, 5_001).Select(one => ($"{one}.xml", "<a/>"))])
            },
            { "100 MB", WordFile.Package(new string(' ', 110 * 1024 * 1024)) },
            { "deeper", WordFile.Package(Nested("w:sdt", 300)) },
            {
                "attributes",
                WordFile.Package($"<w:p {string.Concat(Enumerable.Range(0, 50_100).Select(one => $"a{one}=\"\" "))}/>")
            },
            { "elements", WordFile.Package(string.Concat(Enumerable.Repeat("<w:p/>", 2_000_001))) },
            { "lines", WordFile.Package(string.Concat(Enumerable.Repeat("<w:p/>", 100_001))) },
            { "line of", WordFile.Package($"<w:p><w:r><w:t>{new string('ก', 60_000)}</w:t></w:r></w:p>") },
            {
                "200 cells",
                WordFile.Package(
                    $"<w:tbl><w:tr>{string.Concat(Enumerable.Repeat("<w:tc><w:p/></w:tc>", 300))}</w:tr></w:tbl>"
                )
            },
            { "deeper", Encoding.UTF8.GetBytes($"<html>{string.Concat(Enumerable.Repeat("<div>", 50_000))}") },
            { "deeper", Encoding.UTF8.GetBytes($"<html>{string.Concat(Enumerable.Repeat("<b><div></b>", 50_000))}") },
            { "deeper", Encoding.UTF8.GetBytes($"<html><!-->{string.Concat(Enumerable.Repeat("<div>", 50_000))}-->") },
            {
                "deeper",
                Encoding.UTF8.GetBytes($"<html><svg><style>{string.Concat(Enumerable.Repeat("<g>", 50_000))}</style>")
            },
            {
                "deeper",
                Encoding.UTF8.GetBytes(
                    $"<html><textarea><a b=\"</textarea>{string.Concat(Enumerable.Repeat("<div>", 50_000))}\">"
                )
            },
            {
                "damaged",
                Dress.Zip(
                    ("mimetype", "application/vnd.oasis.opendocument.text"),
                    ("content.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                )
            },
            {
                "repeats",
                OdtFile.Package(
                    "<table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>"
                )
            },
        };

    [Fact]
    public void Tags_in_comments_scripts_and_attributes_are_no_nesting()
    {
        var tags = string.Concat(Enumerable.Repeat("<div>", 5_000));
        var plan = Encoding.UTF8.GetString(HtmlFile.Of(SmallPlan.Text(new Clothes()), new Random(1)));
        var at = plan.IndexOf("<body", StringComparison.Ordinal);
        at = plan.IndexOf('>', Math.Max(0, at)) + 1;
        var hidden =
            $"<!--{tags}--><script>{tags.Replace("<div>", "'<div>';", StringComparison.Ordinal)}</script><style>{tags}</style><p title=\"{tags}\"></p>";
        SmallPlan.Facts(Plans.Read(Encoding.UTF8.GetBytes(plan.Insert(at, hidden))).Value).ShouldBe(SmallPlan.Expected);
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void It_is_told_why_a_file_is_refused(string reason, byte[] file)
    {
        var fault = Plans.Read(file).Error.ShouldBeOfType<PlanFileRefused>().Faults.ShouldHaveSingleItem();
        fault.Message.English.ShouldContain(reason);
        fault.Message.English.ShouldNotContain('\n');
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_file_that_was_changed_at_random_is_read_or_refused(string form)
    {
        var file = Files[form]();
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var changed = random.Next(3) switch
            {
                0 => file[..random.Next(file.Length)],
                1 => Flipped(file, random),
                _ => form == "html" ? Flipped(file, random) : Edited(file, random),
            };
            var read = Plans.Read(changed);
            if (read.Succeeded)
                FindingRules.Check(read.Value).ShouldNotBeNull($"seed {seed}");
            else
                read.Error.ShouldBeOfType<PlanFileRefused>($"seed {seed}");
        }
    }

    [Fact]
    public void Spans_and_repetitions_cost_no_memory()
    {
        const string row = "<tr><td colspan=1000 rowspan=65534>ก<td colspan=1000 rowspan=65534>ข<td>ค</tr>";
        var read = Plans.Read(
            Encoding.UTF8.GetBytes($"<html><table>{string.Concat(Enumerable.Repeat(row, 20_000))}</table>")
        );
        read.Error.ShouldBeOfType<PlanFileRefused>();
    }

    [Fact]
    public void A_sheet_that_is_named_several_times_is_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(ExcelFile.Of(SmallPlan.Text(new Clothes()), new Random(1)));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("xl/workbook.xml")!;
            using var content = entry.Open();
            var text = new StreamReader(content)
                .ReadToEnd()
                .Replace("r:id=\"b\"", "r:id=\"a\"", StringComparison.Ordinal);
            content.SetLength(0);
            content.Write(Encoding.UTF8.GetBytes(text));
        }

        Refusal(stream.ToArray()).ShouldContain("one sheet several times");
    }

    [Fact]
    public void Many_merged_cells_in_many_rows_are_refused()
    {
        var merges = string.Concat(Enumerable.Range(1, 9_000).Select(row => $"<mergeCell ref=\"A{row}:B{row}\"/>"));
        var rows = string.Concat(
            Enumerable.Range(1, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")
        );
        Refusal(ExcelFile.Package(rows, $"<mergeCells>{merges}</mergeCells>")).ShouldContain("merged cells");
    }

    private static string Refusal(byte[] file) =>
        Plans.Read(file).Error.ShouldBeOfType<PlanFileRefused>().Faults.ShouldHaveSingleItem().Message.English;

    private static string Nested(string name, int depth) =>
        string.Concat(Enumerable.Repeat($"<{name}>", depth)) + string.Concat(Enumerable.Repeat($"</{name}>", depth));

    private static byte[] Flipped(byte[] file, Random random)
    {
        var changed = file.ToArray();
        for (var n = random.Next(1, 20); n > 0; n--)
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    /// <summary>Changes the XML of a part: removes or doubles elements, and sets attributes to anything.</summary>
    private static byte[] Edited(byte[] file, Random random)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        var parts = archive.Entries.Select(entry => (entry.FullName, Text: TextOf(entry))).ToArray();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            ref var part = ref parts[random.Next(parts.Length)];
            part.Text = EditedXml(part.Text, random);
        }

        return Dress.Zip(parts);
    }

    private static string EditedXml(string xml, Random random)
    {
        var at = xml.IndexOf(random.Next(2) == 0 ? "<" : "=\"", random.Next(xml.Length), StringComparison.Ordinal);
        if (at < 0)
            return xml;
        var end = xml[at] == '<' ? xml.IndexOf('>', at) + 1 : xml.IndexOf('"', at + 2);
        if (end <= at)
            return xml;
        if (xml[at] == '=')
            return string.Concat(xml.AsSpan(0, at + 2), Values[random.Next(Values.Length)], xml.AsSpan(end));
        var tag = xml[at..end];
        return random.Next(3) switch
        {
            0 => xml.Remove(at, tag.Length),
            1 => xml.Insert(at, tag),
            _ => string.Concat(xml.AsSpan(0, at), $"<{Values[random.Next(Values.Length)]}/>", xml.AsSpan(at)),
        };
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
