using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The mutations that record results and progress.</summary>
internal static class ResultMutations
{
    private static readonly Member Numerator = new(
        "numerator",
        "Decimal",
        "Numerator of a result that is a ratio, so that groups can be summed; requires a denominator."
    );

    private static readonly Member Denominator = new(
        "denominator",
        "Decimal",
        "Denominator of a result that is a ratio; greater than zero."
    );

    private static readonly Member Evidence = new(
        "evidence",
        "String",
        "Evidence for the result; at most 2000 characters."
    );

    private static readonly Member Note = new("note", "String", "At most 2000 characters.");
    private static readonly Member Reason = new("reason", "String!", "The reason; 1 to 2000 characters.");

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ReportIndicatorResult, Written>(
                "Reports an indicator's result of a fiscal year. The latest result counts; earlier ones are kept.",
                [
                    new Member("indicatorId", "ID!", "The indicator."),
                    new Member(
                        "fiscalYear",
                        "Int!",
                        "A fiscal year for which the indicator has a target (Buddhist era)."
                    ),
                    new Member("result", "Decimal!", "The result in the indicator's unit, at most four decimals."),
                    Numerator,
                    Denominator,
                    Evidence,
                    Note,
                ],
                OfIndicator("The new entry."),
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
                "Withdraws the counting result. The previous result counts again, if there is one.",
                [new Member("resultId", "ID!", "The counting result."), Reason],
                OfIndicator("The withdrawal."),
                input => new WithdrawIndicatorResult(
                    input.Id("resultId", nameof(IndicatorResult)),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<ReportKpiResult, Written>(
                "Reports the result of a project's success indicator: a number, a text, or both.",
                [
                    new Member("kpiId", "ID!", "The success indicator."),
                    new Member("result", "Decimal", "The result in the target's unit, at most four decimals."),
                    new Member("resultText", "String", "The result as text; 1 to 2000 characters."),
                    Numerator,
                    Denominator,
                    Evidence,
                    Note,
                ],
                OfKpi("The new entry."),
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
                "Withdraws the counting result of a success indicator. The previous result counts again, if there is one.",
                [new Member("resultId", "ID!", "The counting result."), Reason],
                OfKpi("The withdrawal."),
                input => new WithdrawKpiResult(input.Id("resultId", nameof(KpiResult)), input.Text(Reason.Name))
            ),
            new Mutation<SubmitProgressReport, Written>(
                "Reports a project's progress by the end of a quarter. A later report for the same quarter is a new revision.",
                [
                    new Member("projectId", "ID!", "The project."),
                    new Member("quarter", "FiscalQuarter!", "A quarter of the project's fiscal year that has begun."),
                    new Member(
                        "workDone",
                        "Decimal!",
                        "Completed work in percent of the whole project, 0 to 100, at most two decimals."
                    ),
                    new Member("issues", "String", "Problems; at most 10000 characters."),
                    new Member(
                        "correctiveAction",
                        "String",
                        "Measures against the problems; at most 10000 characters."
                    ),
                ],
                [
                    (
                        new Member("progressReport", "ProgressReport", "The report; null if the mutation was refused."),
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
