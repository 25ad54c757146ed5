using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>The severities of findings in the words of an officer.</summary>
public static class FindingWords
{
    private static readonly LocalText[] Severities =
    [
        new("error", "ผิดพลาด"),
        new("warning", "เตือน"),
        new("note", "ข้อสังเกต"),
    ];

    public static LocalText Of(FindingSeverity severity) => Severities[(int)severity];

    /// <summary>How many findings there are of each severity.</summary>
    public static LocalText Counts(int errors, int warnings, int infos) =>
        new(
            $"{errors} errors, {warnings} warnings, {infos} notes.",
            $"ผิดพลาด {errors} เตือน {warnings} ข้อสังเกต {infos}"
        );
}
