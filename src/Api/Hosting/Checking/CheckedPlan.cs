using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>A plan file with its findings, in the order of its lines.</summary>
/// <param name="Name">The file name as given.</param>
internal sealed record CheckedPlan(
    string Name,
    PlanFile File,
    IReadOnlyList<(FindingRule Rule, Fault Fault)> Findings,
    bool InThai
)
{
    /// <summary>The lines and rows of the document; empty for a JSON plan file.</summary>
    public IReadOnlyList<DocumentRow> Rows { get; init; } = [];

    public bool HasErrors => Count(FindingSeverity.Error) > 0;

    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Rule.Severity == severity);

    public string Text(Domain.Common.LocalText text) => InThai ? text.Thai : text.English;
}

/// <summary>An output format.</summary>
internal interface ICheckFormat
{
    void Write(CheckedPlan plan, TextWriter output);
}
