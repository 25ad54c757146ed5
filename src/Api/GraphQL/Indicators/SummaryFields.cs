using GraphQL;
using GraphQL.Types;
using Mediator;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Indicators;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The fields of Query that tell figures of indicators, and what the government aims at.</summary>
internal static class SummaryFields
{
    private const string FiscalYear = "In the Buddhist era: 2566 is 2022-10-01 to 2023-09-30.";

    public static void Add(ObjectType<object> query)
    {
        Field(
            query,
            "indicatorSummary",
            "[IndicatorSummaryRow!]!",
            "The indicators that have a target for a fiscal year, by groups.",
            context => new SummariseIndicators(
                context.GetArgument<int>("fiscalYear"),
                context.GetArgument<IndicatorGroup>("groupBy"),
                ListArgumentsReader.Where(context)
            ),
            ListArgumentsReader.Argument("fiscalYear", "Int!", FiscalYear),
            ListArgumentsReader.Argument("groupBy", "IndicatorGroup!", "What to group by."),
            ListArgumentsReader.Argument("where", "IndicatorFilterInput", "Which indicators; all where it is left out.")
        );
        Field(
            query,
            "indicatorSeries",
            "[IndicatorSeries!]!",
            "An indicator of the ministry's catalogue over fiscal years, by groups of offices.",
            context => new ReadIndicatorSeries(
                context.GetArgument<string>("definitionCode"),
                context.GetArgument<List<int>>("fiscalYears"),
                context.GetArgument<IndicatorSeriesGroup>("groupBy")
            ),
            ListArgumentsReader.Argument("definitionCode", "String!", "As `indicatorDefinitions` gives it."),
            ListArgumentsReader.Argument("fiscalYears", "[Int!]!", "1 to 20 years of the Buddhist era."),
            ListArgumentsReader.Argument("groupBy", "IndicatorSeriesGroup!", "A series for each of what.")
        );
        Field(
            query,
            "disbursementTargets",
            "[DisbursementTarget!]!",
            "What the government wants paid of a fiscal year's budget, by class and quarter.",
            context => new ListDisbursementTargets(context.GetArgument<int>("fiscalYear")),
            ListArgumentsReader.Argument("fiscalYear", "Int!", FiscalYear)
        );
    }

    private static void Field<T>(
        ObjectType<object> query,
        string name,
        string type,
        string description,
        Func<IResolveFieldContext, IQuery<IReadOnlyList<T>>> ask,
        params QueryArgument[] arguments
    ) =>
        query
            .ResolvedAsync(
                name,
                type,
                description,
                async context =>
                    OperationReads
                        .Of(context)
                        .Size.Counted(
                            await context
                                .RequestServices!.GetRequiredService<ISender>()
                                .Send(ask(context), context.CancellationToken)
                        )
            )
            .Arguments = new QueryArguments(arguments);
}
