using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// A table for people: a row per finding with its message below, then the lines that were not used, then the totals.
/// </summary>
internal sealed class TableFormat : ICheckFormat
{
    private const int LineWidth = 7;
    private const int SeverityWidth = 9;
    private const int RuleWidth = 26;

    public void Write(CheckedPlan plan, TextWriter output)
    {
        var office = plan.File.Office;
        output.WriteLine(
            plan.Text(
                new LocalText(
                    $"{office.Name} ({office.Code}), fiscal year {plan.File.DevelopmentPlan.FiscalYear}",
                    $"{office.Name} ({office.Code}) ปีงบประมาณ {plan.File.DevelopmentPlan.FiscalYear}"
                )
            )
        );
        output.WriteLine();
        if (plan.Findings.Count > 0)
            WriteFindings(plan, output);
        if (plan.File.Reading is { } reading)
        {
            output.WriteLine(
                plan.Text(
                    new LocalText(
                        $"{reading.LinesUsed} of {reading.Lines} lines read.",
                        $"อ่านได้ {reading.LinesUsed} จาก {reading.Lines} บรรทัด"
                    )
                )
            );
            foreach (var passage in reading.Unread)
                output.WriteLine(
                    $"  {Lines(passage.FirstLine, passage.LastLine)}  {Reason(plan, passage.Reason)}: {First(passage.Text)}"
                );
        }

        var (errors, warnings, notes) = (
            plan.Count(FindingSeverity.Error),
            plan.Count(FindingSeverity.Warning),
            plan.Count(FindingSeverity.Info)
        );
        output.WriteLine(plan.Text(FindingWords.Counts(errors, warnings, notes)));
    }

    private static void WriteFindings(CheckedPlan plan, TextWriter output)
    {
        output.WriteLine(
            Pad(plan.Text(HeadOfWhere(plan)), LineWidth)
                + Pad(plan.Text(new LocalText("SEVERITY", "ระดับ")), SeverityWidth)
                + Pad(plan.Text(new LocalText("RULE", "เรื่อง")), RuleWidth)
                + plan.Text(new LocalText("PLACE", "ตำแหน่ง"))
        );
        foreach (var (rule, fault) in plan.Findings)
        {
            output.WriteLine(
                Pad(WhereOf(fault.Source), LineWidth)
                    + Pad(plan.InThai ? FindingWords.Of(rule.Severity).Thai : EnumText.Of(rule.Severity), SeverityWidth)
                    + Pad(plan.InThai ? rule.Name.Thai : rule.Code, RuleWidth)
                    + plan.Text(fault.Location)
            );
            output.WriteLine($"{new string(' ', LineWidth)}{plan.Text(fault.Message)}");
            foreach (var other in fault.Others)
                output.WriteLine(
                    new string(' ', LineWidth)
                        + plan.Text(new LocalText($"also: {other.Text.English}", $"พบอีกที่: {other.Text.Thai}"))
                );
        }

        output.WriteLine();
    }

    /// <summary>Fills a cell up to the width of its column. Thai vowels and tone marks above and below take none.</summary>
    private static string Pad(string text, int width)
    {
        var shown = text.Count(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return text + new string(' ', Math.Max(1, width - shown));
    }

    /// <summary>The place in the file in a few letters: page, cell or line.</summary>
    private static string WhereOf(Source? source) =>
        source switch
        {
            null => "-",
            { Cell: { } cell } => cell,
            { Page: { } page } => $"{page}",
            _ => $"{source.Line}",
        };

    private static string Lines(int first, int last) => first == last ? $"{first}" : $"{first}-{last}";

    private static LocalText HeadOfWhere(CheckedPlan plan) =>
        plan.Findings.Select(finding => finding.Fault.Source).OfType<Source>().FirstOrDefault() switch
        {
            { Cell: not null } => new("CELL", "ช่อง"),
            { Page: not null } => new("PAGE", "หน้า"),
            _ => new("LINE", "บรรทัด"),
        };

    private static string Reason(CheckedPlan plan, UnreadReason reason) => plan.Text(UnreadReasons.Of(reason));

    private static string First(string text)
    {
        const int longest = 100;
        var line = text.Replace('\n', ' ');
        return line.Length <= longest ? line : $"{line[..longest]} …";
    }
}
