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
        output.WriteLine(
            plan.Text(
                new LocalText(
                    $"{errors} errors, {warnings} warnings, {notes} notes.",
                    $"ผิดพลาด {errors} เตือน {warnings} ข้อสังเกต {notes}"
                )
            )
        );
    }

    private static void WriteFindings(CheckedPlan plan, TextWriter output)
    {
        output.WriteLine(
            plan.Text(new LocalText("LINE", "บรรทัด")).PadRight(LineWidth)
                + plan.Text(new LocalText("SEVERITY", "ระดับ")).PadRight(SeverityWidth)
                + plan.Text(new LocalText("RULE", "กฎ")).PadRight(RuleWidth)
                + plan.Text(new LocalText("PLACE", "ตำแหน่ง"))
        );
        foreach (var (rule, fault) in plan.Findings)
        {
            output.WriteLine(
                (fault.Source is { } source ? $"{source.Line}" : "-").PadRight(LineWidth)
                    + EnumText.Of(rule.Severity).PadRight(SeverityWidth)
                    + rule.Code.PadRight(RuleWidth)
                    + plan.Text(fault.Location)
            );
            output.WriteLine($"{new string(' ', LineWidth)}{plan.Text(fault.Message)}");
        }

        output.WriteLine();
    }

    private static string Lines(int first, int last) => first == last ? $"{first}" : $"{first}-{last}";

    private static string Reason(CheckedPlan plan, UnreadReason reason) => plan.Text(UnreadReasons.Of(reason));

    private static string First(string text)
    {
        const int longest = 100;
        var line = text.Replace('\n', ' ');
        return line.Length <= longest ? line : $"{line[..longest]} …";
    }
}
