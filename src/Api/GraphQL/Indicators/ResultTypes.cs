using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The fields that all entries about results have.</summary>
internal abstract class ResultEntryType<T> : NodeType<T>
    where T : ResultEntry
{
    protected ResultEntryType(string description)
        : base(description)
    {
        Value("sequence", "Int!", entry => entry.Sequence, "Counts the entries about the same result, from 1.");
        Value("kind", "ResultEntryKind!", entry => entry.Kind, "What was recorded.");
        Value("result", "Decimal", entry => entry.Result, "What was reported; null of a withdrawal.");
        Value("numerator", "Decimal", entry => entry.Numerator, "What the result is a share of the denominator by.");
        Value("denominator", "Decimal", entry => entry.Denominator, "Above zero; with a numerator or not at all.");
        Value("evidence", "String", entry => entry.Evidence, "Where the result can be seen to be right.");
        Value("note", "String", entry => entry.Note, "In the words of who recorded it; of a withdrawal, why.");
        Value("recordedAt", "DateTime!", entry => entry.RecordedAt, "When.");
        Value("recordedBy", "String!", entry => entry.RecordedBy, "By whom.");
        One<T>(
            "previous",
            typeof(T).Name,
            entry => entry.PreviousId,
            "The result that counted before it; of a withdrawal, the one that it takes back."
        );
        One<T>(
            "counts",
            typeof(T).Name,
            entry => entry.CountsId,
            "The result that counted after it: itself, or an earlier one; null where none did."
        );
    }
}

internal sealed class IndicatorResultType : ResultEntryType<IndicatorResult>
{
    public IndicatorResultType()
        : base("Something that was recorded about an indicator's result. It is never changed or removed.")
    {
        One<Indicator>("indicator", "Indicator!", result => result.IndicatorId, "The indicator.");
        Value("fiscalYear", "Int!", result => result.FiscalYear, "Of which year the result is (Buddhist era).");
    }
}

internal sealed class KpiResultType : ResultEntryType<KpiResult>
{
    public KpiResultType()
        : base("Something that was recorded about a success indicator's result. It is never changed or removed.")
    {
        One<ProjectKpi>("kpi", "ProjectKpi!", result => result.KpiId, "The success indicator.");
        Value("resultText", "String", result => result.Text, "The result in words.");
    }
}

internal sealed class ProgressReportType : NodeType<ProgressReport>
{
    public ProgressReportType()
        : base("What was reported of a project after a quarter. A later report for the quarter is a new revision.")
    {
        One<Project>("project", "Project!", report => report.ProjectId, "The project.");
        Value("fiscalYear", "Int!", report => report.FiscalYear, "Buddhist era.");
        Value("quarter", "FiscalQuarter!", report => report.Quarter, "The quarter that it is for.");
        Value("revision", "Int!", report => report.Revision, "Counts the reports for the quarter, from 1.");
        Value("workDone", "Decimal!", report => report.WorkDone, "In percent of the whole project, 0 to 100.");
        Value("issues", "String", report => report.Issues, "What stands in the way (ปัญหาอุปสรรค).");
        Value("correctiveAction", "String", report => report.CorrectiveAction, "What is done about it (แนวทางแก้ไข).");
        Value(
            "spentToDate",
            "Decimal!",
            report => report.SpentToDate,
            "In baht: what the ledger had paid in this quarter and those before it when the report was submitted."
        );
        Value("dueOn", "LocalDate!", report => report.DueOn, "The last day of the quarter.");
        Value("submittedOn", "LocalDate!", report => report.SubmittedOn, "The day in Thailand.");
        Value("submittedAt", "DateTime!", report => report.SubmittedAt, "When.");
        Value("submittedBy", "String!", report => report.SubmittedBy, "By whom.");
        Value("late", "Boolean!", report => report.Late, "Whether it was submitted after the day that it was due.");
        Value("superseded", "Boolean!", report => report.Superseded, "Whether there is a later revision.");
    }
}
