using System.Xml.Linq;
using TeacherDevPlan.Api.Pages;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;
using static TeacherDevPlan.Api.Pages.HtmlPage;
using static TeacherDevPlan.Infrastructure.Documents.XmlText;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// A page to read and to print: the document with its tables, and the findings beside their places.
/// </summary>
internal sealed class ReportPage
{
    private const string Style = """
        body { font-family: "Sarabun", "TH Sarabun New", "Noto Sans Thai", sans-serif; line-height: 1.5; margin: 2em; }
        table { border-collapse: collapse; width: 100%; margin: 0.5em 0; }
        td { border: 1px solid #999; padding: 0.2em 0.4em; vertical-align: top; white-space: pre-wrap; }
        .line { display: grid; grid-template-columns: 1fr 20em; gap: 1em; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
        td.margin { border: none; width: 20em; white-space: normal; }
        .note { border-left: 0.3em solid #777; padding-left: 0.5em; margin-bottom: 0.5em; font-size: 0.85em; }
        .error { border-color: #b00020; }
        .warning { border-color: #b36b00; }
        mark { background: #ffe9a8; }
        .page { color: #777; text-align: center; }
        @media print { body { margin: 0; font-size: 10pt; } .note, tr { break-inside: avoid; } a { color: inherit; } }
        """;

    private readonly CheckedPlan plan;

    /// <summary>The marks in the document, by line and cell: the number of the finding, and of its place.</summary>
    private readonly ILookup<(int Line, int Cell), (int Finding, int Place)> marks;

    private ReportPage(CheckedPlan plan)
    {
        this.plan = plan;
        var cells = plan.Rows.ToDictionary(row => row.Line, row => row.Cells.Count);
        marks = plan
            .Findings.SelectMany(
                (finding, i) =>
                    finding
                        .Fault.Others.Select(other => other.Source)
                        .Prepend(finding.Fault.Source)
                        .Select((source, j) => (Source: source, Mark: (Finding: i, Place: j)))
            )
            .Where(one => one.Source is not null && cells.ContainsKey(one.Source.Line))
            .ToLookup(
                one => (one.Source!.Line, Math.Clamp((one.Source.Column ?? 1) - 1, 0, cells[one.Source.Line] - 1)),
                one => one.Mark
            );
    }

    /// <summary>The page in UTF-8.</summary>
    public static byte[] Of(CheckedPlan plan) => new ReportPage(plan).Write();

    private byte[] Write() => HtmlPage.Write(plan.InThai ? "th" : "en", Title(), Style, Head(), Document());

    private string Title() => $"{plan.File.Office.Name} {plan.File.DevelopmentPlan.FiscalYear}";

    private IEnumerable<XElement> Head()
    {
        yield return Element("h1", Safe(Title()));
        yield return Element(
            "p",
            Text(
                FindingWords.Counts(
                    plan.Count(FindingSeverity.Error),
                    plan.Count(FindingSeverity.Warning),
                    plan.Count(FindingSeverity.Info)
                )
            )
        );
        var placed = marks.SelectMany(group => group).Where(mark => mark.Place == 0).Select(mark => mark.Finding);
        foreach (var finding in Enumerable.Range(0, plan.Findings.Count).Except(placed))
            yield return Note(finding, 0);
        if (plan.File.Reading is not { Unread.Count: > 0 } reading)
            yield break;
        yield return Element("h2", Text(new("Not in the plan", "ส่วนที่ไม่ได้อยู่ในแผน")));
        yield return Element(
            "ul",
            reading.Unread.Select(passage =>
                Element(
                    "li",
                    Link($"l{passage.FirstLine}", $"{passage.FirstLine}–{passage.LastLine}"),
                    Safe($" {plan.Text(UnreadReasons.Of(passage.Reason))}: {passage.Text}")
                )
            )
        );
    }

    private IEnumerable<XElement> Document()
    {
        int? page = null;
        for (var i = 0; i < plan.Rows.Count; )
        {
            var row = plan.Rows[i];
            if (row.Page is { } number && number != page)
            {
                page = number;
                yield return Element(
                    "p",
                    new XAttribute("class", "page"),
                    Text(new($"page {number}", $"หน้า {number}"))
                );
            }

            if (row.Table is null)
            {
                yield return Line(row);
                i++;
                continue;
            }

            var table = new List<XElement>();
            for (; i < plan.Rows.Count && plan.Rows[i].Table == row.Table; i++)
                table.Add(TableRow(plan.Rows[i]));
            yield return Element("table", table);
        }
    }

    private XElement Line(DocumentRow row) =>
        Element(
            "div",
            new XAttribute("class", "line"),
            new XAttribute("id", $"l{row.Line}"),
            Element("div", new XAttribute("class", "text"), Content(row, 0)),
            Element("div", Notes(row))
        );

    private XElement TableRow(DocumentRow row) =>
        Element(
            "tr",
            new XAttribute("id", $"l{row.Line}"),
            row.Cells.Select((_, i) => Element("td", Content(row, i))),
            Element("td", new XAttribute("class", "margin"), Notes(row))
        );

    /// <summary>The text of a cell; a marked one with the anchors of its findings.</summary>
    private object Content(DocumentRow row, int cell)
    {
        var text = Safe(row.Cells.Count > cell ? row.Cells[cell] : "");
        var found = marks[(row.Line, cell)].ToList();
        return found.Count == 0
            ? text
            : new object[]
            {
                Element("mark", text),
                found.Select(mark =>
                    Element(
                        "a",
                        new XAttribute("id", PlaceId(mark.Finding, mark.Place)),
                        new XAttribute("href", $"#{NoteId(mark.Finding, mark.Place)}"),
                        $" [{mark.Finding + 1}]"
                    )
                ),
            };
    }

    private IEnumerable<XElement> Notes(DocumentRow row) =>
        Enumerable
            .Range(0, row.Cells.Count)
            .SelectMany(cell => marks[(row.Line, cell)])
            .Select(mark => Note(mark.Finding, mark.Place));

    /// <summary>A finding beside one of its places, with links to the others.</summary>
    private XElement Note(int index, int place)
    {
        var (rule, fault) = plan.Findings[index];
        return Element(
            "div",
            new XAttribute("class", $"note {FindingWords.Of(rule.Severity).English}"),
            new XAttribute("id", NoteId(index, place)),
            Link(PlaceId(index, place), $"[{index + 1}]"),
            Element("b", Safe($" {plan.Text(FindingWords.Of(rule.Severity))}: {plan.Text(rule.Name)}")),
            Element("div", Safe(plan.Text(fault.Location))),
            Element("div", Safe(plan.Text(fault.Message))),
            fault.Stated is { } stated && fault.Computed is { } computed
                ? Element(
                    "div",
                    Safe(
                        plan.Text(
                            new(
                                $"printed: {stated} · expected: {computed}",
                                $"ที่พิมพ์: {stated} · ที่ควรเป็น: {computed}"
                            )
                        )
                    )
                )
                : null,
            fault.Others.Select((other, i) => Element("div", Link(PlaceId(index, i + 1), Safe(plan.Text(other.Text)))))
        );
    }

    private string Text(LocalText text) => Safe(plan.Text(text));

    private static string NoteId(int finding, int place) => $"f{finding + 1}-{place + 1}";

    private static string PlaceId(int finding, int place) => $"p{finding + 1}-{place + 1}";

    private static XElement Link(string id, string text) => Element("a", new XAttribute("href", $"#{id}"), text);
}
