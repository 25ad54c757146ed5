using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The mutations that record results and progress.</summary>
internal static class ResultMutations
{
    private static readonly Member Numerator = new(
        "numerator",
        "Decimal",
        "What was counted, where the result is a ratio, so that groups can be summed; with a denominator."
    );

    private static readonly Member Denominator = new("denominator", "Decimal", "Out of how much; above zero.");

    private static readonly Member Evidence = new(
        "evidence",
        "String",
        "Where the result can be seen to be right; at most 2000 characters."
    );

    private static readonly Member Note = new("note", "String", "At most 2000 characters.");
    private static readonly Member Reason = new("reason", "String!", "Why; 1 to 2000 characters.");

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ReportIndicatorResult, Written>(
                "Reports an indicator's result of a fiscal year. The one that is reported last counts; those before it stay on record.",
                [
                    new Member("indicatorId", "ID!", "Which indicator."),
                    new Member("fiscalYear", "Int!", "A year that it has a target for (Buddhist era)."),
                    new Member("result", "Decimal!", "In the indicator's unit, at most four decimals."),
                    Numerator,
                    Denominator,
                    Evidence,
                    Note,
                ],
                OfIndicator("The entry that was made."),
                input => new ReportIndicatorResult(
                    input.Id("indicatorId", nameof(Indicator)),
                    input.Value<int>("fiscalYear"),
                    input.Value<decimal>("result"),
                    input.ValueOrNull<decimal>(Numerator.Name),
                    input.ValueOrNull<decimal>(Denominator.Name),
                    input.TextOrNull(Evidence.Name),
                    input.TextOrNull(Note.Name)
                )
            ),
            new Mutation<WithdrawIndicatorResult, Written>(
                "Takes back the result that counts: the one before it counts again, or none.",
                [new Member("resultId", "ID!", "The result that counts."), Reason],
                OfIndicator("The withdrawal."),
                input => new WithdrawIndicatorResult(
                    input.Id("resultId", nameof(IndicatorResult)),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<ReportKpiResult, Written>(
                "Reports the result of a project's success indicator: a number, words, or both.",
                [
                    new Member("kpiId", "ID!", "Which success indicator."),
                    new Member("result", "Decimal", "In the target's unit, at most four decimals."),
                    new Member("resultText", "String", "The result in words; 1 to 2000 characters."),
                    Numerator,
                    Denominator,
                    Evidence,
                    Note,
                ],
                OfKpi("The entry that was made."),
                input => new ReportKpiResult(
                    input.Id("kpiId", nameof(ProjectKpi)),
                    input.ValueOrNull<decimal>("result"),
                    input.TextOrNull("resultText"),
                    input.ValueOrNull<decimal>(Numerator.Name),
                    input.ValueOrNull<decimal>(Denominator.Name),
                    input.TextOrNull(Evidence.Name),
                    input.TextOrNull(Note.Name)
                )
            ),
            new Mutation<WithdrawKpiResult, Written>(
                "Takes back the result of a success indicator that counts: the one before it counts again, or none.",
                [new Member("resultId", "ID!", "The result that counts."), Reason],
                OfKpi("The withdrawal."),
                input => new WithdrawKpiResult(input.Id("resultId", nameof(KpiResult)), input.Text(Reason.Name))
            ),
            new Mutation<SubmitProgressReport, Written>(
                "Reports how far a project got by the end of a quarter. A later report for the quarter is a new revision.",
                [
                    new Member("projectId", "ID!", "Which project."),
                    new Member(
                        "quarter",
                        "FiscalQuarter!",
                        "Which quarter of the project's fiscal year; it has begun."
                    ),
                    new Member(
                        "workDone",
                        "Decimal!",
                        "In percent of the whole project, 0 to 100, at most two decimals."
                    ),
                    new Member("issues", "String", "What stands in the way; at most 10000 characters."),
                    new Member("correctiveAction", "String", "What is done about it; at most 10000 characters."),
                ],
                [
                    (
                        new Member("progressReport", "ProgressReport", "The report; null where it was refused."),
                        it => it.Ids[1]
                    ),
                    (new Member("project", "Project", "The project; null where it was refused."), it => it.Ids[0]),
                ],
                input => new SubmitProgressReport(
                    input.Id("projectId", nameof(Project)),
                    input.Value<FiscalQuarter>("quarter"),
                    input.Value<decimal>("workDone"),
                    input.TextOrNull("issues"),
                    input.TextOrNull("correctiveAction")
                )
            ),
        ];

    private static IReadOnlyList<(Member, Func<Written, object?>)> OfIndicator(string entry) =>
        [
            (new Member("indicator", "Indicator", "The indicator; null where it was refused."), it => it.Ids[0]),
            (new Member("indicatorResult", "IndicatorResult", $"{entry} Null where it was refused."), it => it.Ids[1]),
        ];

    private static IReadOnlyList<(Member, Func<Written, object?>)> OfKpi(string entry) =>
        [
            (new Member("kpi", "ProjectKpi", "The success indicator; null where it was refused."), it => it.Ids[0]),
            (new Member("kpiResult", "KpiResult", $"{entry} Null where it was refused."), it => it.Ids[1]),
        ];
}
