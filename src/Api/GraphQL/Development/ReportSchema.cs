using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Reports;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for quarterly reports.</summary>
internal static class ReportSchema
{
    private static readonly Member ReportId = new("reportId", "ID!", "The report.");

    private static readonly Member ExpectedVersion = new(
        "expectedVersion",
        "Int!",
        "The version that the caller has read; refused if it is another one by now."
    );

    private static readonly (Member, Func<Written, object?>) TheReport = (
        new Member("report", "QuarterlyReport", "The report; null if the mutation was refused."),
        it => it.Id
    );

    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<QuarterlyReportStatus>(
                    "Whether a quarterly report was submitted.",
                    ("DRAFT", "Being written; seen by its office only."),
                    ("SUBMITTED", "Submitted; nothing of it changes any more.")
                ),
            ],
            Mutations =
            [
                new Mutation<AssembleQuarterlyReport, Written>(
                    "Assembles the report on a quarter from what is recorded: a new draft; the draft that there is, with new figures; or another "
                        + "revision of one that was submitted. The office's own words are kept.",
                    [
                        new Member("planId", "ID!", "The plan."),
                        new Member("quarter", "FiscalQuarter!", "The quarter; it must have begun."),
                    ],
                    [TheReport],
                    input => new AssembleQuarterlyReport(
                        input.Id("planId", nameof(DevelopmentPlan)),
                        input.Value<FiscalQuarter>("quarter")
                    )
                ),
                new Mutation<WriteQuarterlyReport, Written>(
                    "Replaces the office's own words in a draft.",
                    [
                        ReportId,
                        ExpectedVersion,
                        new Member("summary", "String", "A summary; null for none."),
                        new Member("problems", "String", "Problems (ปัญหาอุปสรรค); null for none."),
                        new Member("suggestions", "String", "Suggestions (ข้อเสนอแนะ); null for none."),
                    ],
                    [TheReport],
                    input => new WriteQuarterlyReport(
                        input.Id(ReportId.Name, nameof(QuarterlyReport)),
                        input.Value<int>(ExpectedVersion.Name),
                        input.TextOrNull("summary"),
                        input.TextOrNull("problems"),
                        input.TextOrNull("suggestions")
                    )
                ),
                new Mutation<SubmitQuarterlyReport, Written>(
                    "Submits a draft whose figures were taken after the quarter. What was submitted stays.",
                    [ReportId, ExpectedVersion],
                    [TheReport],
                    input => new SubmitQuarterlyReport(
                        input.Id(ReportId.Name, nameof(QuarterlyReport)),
                        input.Value<int>(ExpectedVersion.Name)
                    )
                ),
            ],
        };
}
