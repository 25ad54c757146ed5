using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Figures;

namespace TeacherDevPlan.Api.GraphQL.Development;

internal sealed class DevelopmentSummaryType : ObjectType<DevelopmentSummary>
{
    public DevelopmentSummaryType()
        : base("DevelopmentSummary", "The development of people in a fiscal year.")
    {
        Value("basis", "DevelopmentBasis!", it => it.Basis, "What the figures are made from.");
        Value(
            "quarter",
            "FiscalQuarter",
            it => it.Quarter,
            "By whose end settled figures are; null for exact ones, by quarter, and if none is settled."
        );
        Value("rows", "[DevelopmentRow!]!", it => it.Rows, "The groups, by key.");
        Value(
            "unsplitCost",
            "Decimal",
            it => it.UnsplitCost,
            "Money of activities whose events nobody attended, in baht; null for settled figures."
        );
        Value(
            "othersCost",
            "Decimal",
            it => it.OthersCost,
            "Money of the office's activities that falls to people of other offices, in baht; null for settled figures."
        );
    }
}

internal sealed class DevelopmentRowType : ObjectType<DevelopmentRow>
{
    public DevelopmentRowType()
        : base(
            "DevelopmentRow",
            "The figures of a group. Distinct people are counted in each group, so groups by topic, form, project or quarter do not add up. Measures "
                + "without a meaning for the key, and those that are not settled, are null."
        )
    {
        Value(
            "key",
            "String!",
            row => row.Key,
            "Identifies the group for programs: a code, a quarter, or the node id of a project; empty if there is none."
        );
        Value("label", "String!", row => row.Label, "Readable name of the group.");
        Value(
            "inPost",
            "Int",
            row => row.Measures.InPost,
            "Distinct people with a main appointment: exact figures in the year, settled ones on the last day of the quarter."
        );
        Value(
            "developed",
            "Int",
            row => row.Measures.Developed,
            "Distinct people of them who completed an event of the year."
        );
        Value(
            "coverage",
            "Decimal",
            row => row.Measures.Coverage,
            "Percentage of those in post who were developed, two decimals."
        );
        Value("askingPeople", "Int", row => row.Measures.Asking, "Distinct people who asked for a topic.");
        Value(
            "metPeople",
            "Int",
            row => row.Measures.Met,
            "Distinct people of them who completed an event on a topic that they asked for."
        );
        Value(
            "metShare",
            "Decimal",
            row => row.Measures.MetShare,
            "Percentage of those who asked whose need was met, two decimals."
        );
        Value("needsAsked", "Int", row => row.Measures.NeedsAsked, "Topics asked for, one for each person and topic.");
        Value("needsMet", "Int", row => row.Measures.NeedsMet, "Those of them on which the person completed an event.");
        Value(
            "participants",
            "Int",
            row => row.Measures.Participants,
            "Enrolments of people who were there, whether they completed it or not."
        );
        Value("completions", "Int", row => row.Measures.Completions, "Those of them that were completed.");
        Value(
            "hours",
            "Decimal",
            row => row.Measures.Hours,
            "Attended hours of completed events, of 60 minutes, two decimals."
        );
        Value(
            "cost",
            "Decimal",
            row => row.Measures.Cost,
            "Money of the office's activities (paid less refunded), split by the minutes of the participants, in baht."
        );
        Value(
            "costPerParticipant",
            "Decimal",
            row => row.Measures.CostPerParticipant,
            "Cost per participant of events that are for an activity, in baht, two decimals."
        );
        Value(
            "assessed",
            "Int",
            row => row.Measures.Assessed,
            "Completed enrolments of which the application was assessed."
        );
        Value(
            "applied",
            "Int",
            row => row.Measures.Applied,
            "Those of them whose last assessment reaches the level that is needed."
        );
        Value(
            "applicationRate",
            "Decimal",
            row => row.Measures.ApplicationRate,
            "Percentage of those assessed who apply what they learnt, two decimals."
        );
        Value(
            "satisfaction",
            "Decimal",
            row => row.Measures.Satisfaction,
            "Mean of all scores in closed questionnaires of the office's own events, 1 to 5, two decimals. Null by school and by category, "
                + "because answers are anonymous."
        );
        Value(
            "withheld",
            "Int!",
            row => row.Withheld,
            "How many settled figures the group leaves out because they are withheld."
        );
    }
}
