using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Figures;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for figures about development, and results that are computed from them.</summary>
internal static class FigureSchema
{
    private static readonly Member Topics = new(
        "topics",
        "[String!]",
        $"Codes from `developmentTopics`, at most {ProposeIndicatorResultValidator.MostCodes}; for TOPICS_LEARNT only."
    );

    private static readonly Member Methods = new(
        "methods",
        "[String!]",
        $"Codes from `developmentMethods`, at most {ProposeIndicatorResultValidator.MostCodes}; for METHODS_USED only."
    );

    private static readonly (Member, Func<Written, object?>) TheProposal = (
        new Member("proposal", "IndicatorProposal", "The proposed result; null if the mutation was refused."),
        it => it.Id
    );

    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<DevelopmentKey>(
                    "What the development of people is told by.",
                    ("OFFICE", "The office that people were with at the time."),
                    ("PROVINCE", "The office's province."),
                    ("SCHOOL", "The school at the time."),
                    ("CATEGORY", "The staff category at the time."),
                    ("TOPIC", "The topics of the event's course; an event counts for each of them."),
                    ("METHOD", "The form of the event."),
                    ("PROJECT", "The project of the event."),
                    (
                        "QUARTER",
                        "Exact figures: the quarter in which the event's last session starts. Settled figures: the year up to the quarter's end."
                    )
                ),
                EnumType.Of<DevelopmentBasis>(
                    "What figures about development are made from.",
                    ("EXACT", "Everything that is recorded now, for development officers of the office that is named."),
                    (
                        "SETTLED",
                        "The figures that everybody sees, settled once after each quarter, without small numbers."
                    )
                ),
                EnumType.Of<IndicatorMeasure>(
                    "What a result is computed from.",
                    (
                        "NEEDS_MET",
                        "Of the people who asked for topics, those who completed an event on one that they asked for (3.3.1 of the plan)."
                    ),
                    ("COVERAGE", "Of the people in post, those who completed an event."),
                    (
                        "TOPICS_LEARNT",
                        "Of the people in post, those who completed an event on one of some topics (3.3.2 and 3.3.3)."
                    ),
                    (
                        "METHODS_USED",
                        "Of the people in post, those who completed an event of one of some forms (3.3.4, with PLC)."
                    ),
                    ("HOURS_REACHED", "Of the people in post, those who attended so many hours of completed events."),
                    ("COMPLETION", "Of those who were at events, counted once for each event, those who completed it.")
                ),
                new DevelopmentSummaryType(),
                new DevelopmentRowType(),
            ],
            Queries =
            [
                TypeNames.Field(
                    "developmentSummary",
                    "DevelopmentSummary!",
                    "The development of people in a fiscal year by one key: exact figures for development officers of the office that is named, "
                        + "settled ones for everybody else.",
                    CallSource.Of(call => new SummariseDevelopment(
                        call.Argument<int>("fiscalYear"),
                        call.Argument<DevelopmentKey>("groupBy"),
                        call.Argument<string?>("office"),
                        call.Argument<FiscalQuarter?>("quarter")
                    )),
                    FieldArguments.FiscalYear(),
                    FieldArguments.Of("groupBy", "DevelopmentKey!", "The grouping."),
                    FieldArguments.Of("office", "String", "The code of an office; by default all of them."),
                    FieldArguments.Of(
                        "quarter",
                        "FiscalQuarter",
                        "By whose end settled figures are; by default the latest settled one."
                    )
                ),
            ],
            Mutations =
            [
                new Mutation<ProposeIndicatorResult, Written>(
                    "Computes the result of an indicator or a success indicator from what is recorded of the office's people. Computing the same again "
                        + "shows how far it has drifted. Nothing is reported until the result is accepted.",
                    [
                        new Member("indicatorId", "ID", "The indicator; or kpiId."),
                        new Member("kpiId", "ID", "The success indicator; only events of its project count."),
                        new Member("fiscalYear", "Int", "A year for which the indicator has a target (Buddhist era)."),
                        new Member("measure", "IndicatorMeasure!", "What it is computed from."),
                        new Member(
                            "until",
                            "FiscalQuarter",
                            "Only events by the end of this quarter; by default those of the whole year."
                        ),
                        Topics,
                        Methods,
                        new Member(
                            "hours",
                            "Int",
                            $"1 to {ProposeIndicatorResultValidator.MostHours}; for HOURS_REACHED only."
                        ),
                    ],
                    [TheProposal],
                    input => new ProposeIndicatorResult(
                        input.IdOrNull("indicatorId", nameof(Indicator)),
                        input.IdOrNull("kpiId", nameof(ProjectKpi)),
                        input.ValueOrNull<int>("fiscalYear"),
                        input.Value<IndicatorMeasure>("measure"),
                        input.ValueOrNull<FiscalQuarter>("until"),
                        [.. input.Values<string>(Topics.Name)],
                        [.. input.Values<string>(Methods.Name)],
                        input.ValueOrNull<int>("hours")
                    )
                ),
                new Mutation<AcceptIndicatorProposal, Written>(
                    "Reports a proposed result, with its definition as evidence. It is refused if fewer than five people are counted, or are not, "
                        + "because results are public.",
                    [new Member("proposalId", "ID!", "The proposed result.")],
                    [TheProposal],
                    input => new AcceptIndicatorProposal(input.Id("proposalId", nameof(IndicatorProposal)))
                ),
            ],
        };
}
