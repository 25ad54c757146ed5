using GraphQL;
using GraphQL.Types;
using Mediator;
using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.GraphQL.Indicators;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Findings;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Application.Offices;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Projects;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Application.Statistics;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>The entry points for reading.</summary>
internal sealed class RootQuery : ObjectType<object>
{
    private const string FiscalYear = "In the Buddhist era: 2566 is 2022-10-01 to 2023-09-30.";

    public RootQuery(NodeRegistry nodes)
        : base("Query", "Reads. Every operation sees one snapshot of the data.")
    {
        NodeFields.Add(this, nodes);
        Lookup(
            "office",
            "Office",
            "The office with this code, or null.",
            context => new FindOffice(context.GetArgument<string>("code")),
            ("code", "String!", "\"TH-43-P2\".")
        );
        List("offices", "OfficesConnection!", arguments => new ListOffices(arguments), "Offices, by code.");
        Lookup(
            "developmentPlan",
            "DevelopmentPlan",
            "An office's plan of one fiscal year, or null.",
            context => new FindDevelopmentPlan(
                context.GetArgument<string>("officeCode"),
                context.GetArgument<int>("fiscalYear")
            ),
            ("officeCode", "String!", "\"TH-43-P2\"."),
            ("fiscalYear", "Int!", FiscalYear)
        );
        List(
            "developmentPlans",
            "DevelopmentPlansConnection!",
            arguments => new ListDevelopmentPlans(arguments),
            "Development plans, by fiscal year and office."
        );
        List(
            "projects",
            "ProjectsConnection!",
            arguments => new ListProjects(arguments),
            "Projects of all plans, by number."
        );
        List(
            "indicators",
            "IndicatorsConnection!",
            arguments => new ListIndicators(arguments),
            "Indicators of all strategic plans, by the number of their strategy and their own."
        );
        List(
            "staff",
            "StaffConnection!",
            arguments => new ListStaff(arguments),
            "Staff of all offices, by name in Thai order."
        );
        List("datasets", "DatasetsConnection!", arguments => new ListDatasets(arguments), "Statistics of all offices.");
        List("findings", "FindingsConnection!", arguments => new ListFindings(arguments), "Findings in all plans.");
        Resolved(
            "viewer",
            "Viewer!",
            "Who is asking.",
            context => context.RequestServices!.GetRequiredService<Caller>()
        );
        List(
            "indicatorDefinitions",
            "IndicatorDefinitionsConnection!",
            arguments => new ListIndicatorDefinitions(arguments),
            "The ministry's catalogue of indicators, by code."
        );
        Lookup(
            "indicatorDefinition",
            "IndicatorDefinition",
            "The indicator of the catalogue with this code, or null.",
            context => new FindIndicatorDefinition(context.GetArgument<string>("code")),
            ("code", "String!", "As it was defined.")
        );
        List(
            "progressReports",
            "ProgressReportsConnection!",
            arguments => new ListProgressReports(arguments),
            "Progress reports of all projects, all revisions, in the order in which they were submitted."
        );
        SummaryFields.Add(this);
        List(
            "auditLog",
            "AuditRecordsConnection!",
            arguments => new ListAudit(arguments),
            "The audit trail, in the order in which it was recorded. For administrators."
        );
        List(
            "accessTokens",
            "AccessTokensConnection!",
            arguments => new ListAccessTokens(arguments),
            "Access tokens, in the order in which they were made. For administrators."
        );
        ResolvedAsync(
            "budgetSummary",
            "[BudgetSummaryRow!]!",
            "The money of a fiscal year by groups of projects.",
            async context =>
                OperationReads
                    .Of(context)
                    .Size.Counted(
                        await Mediator(context)
                            .Send(
                                new SummariseBudgets(
                                    context.GetArgument<int>("fiscalYear"),
                                    context.GetArgument<BudgetGroup>("groupBy"),
                                    ListArgumentsReader.Where(context),
                                    BudgetFields.View(context, "budget")
                                ),
                                context.CancellationToken
                            )
                    )
        ).Arguments =
        [
            ListArgumentsReader.Argument("fiscalYear", "Int!", FiscalYear),
            ListArgumentsReader.Argument("groupBy", "BudgetGroup!", "What to sum by."),
            ListArgumentsReader.Argument("where", "ProjectFilterInput", "Which projects; all where it is left out."),
            .. BudgetFields.AsOf(),
        ];
    }

    /// <summary>One row, by what people know it by.</summary>
    private void Lookup<T>(
        string name,
        string type,
        string description,
        Func<IResolveFieldContext, ILookupQuery<T>> query,
        params (string Name, string Type, string Description)[] arguments
    )
        where T : Entity =>
        ResolvedAsync(
            name,
            type,
            description,
            async context =>
                OperationReads
                    .Of(context)
                    .Find(
                        await Mediator(context).Send(query(context), context.CancellationToken),
                        context,
                        (context as FieldContext)?.Field.Value.Below
                    )
        ).Arguments = new QueryArguments(
            arguments.Select(a => ListArgumentsReader.Argument(a.Name, a.Type, a.Description))
        );

    private void List<T>(string name, string type, Func<ListArguments, ListQuery<T>> query, string description)
        where T : Entity =>
        ResolvedAsync(
            name,
            type,
            description,
            async context =>
            {
                var arguments = ListArgumentsReader.Read(context);
                var request = await Mediator(context).Send(query(arguments), context.CancellationToken);
                request = request with { Unread = Unread.OfPage(context) };
                return new Listing<T>(ListGroup<T>.OfRoot(OperationReads.Of(context), request), Guid.Empty);
            }
        ).Arguments = ListArgumentsReader.Declare(typeof(T).Name);

    private static ISender Mediator(IResolveFieldContext context) =>
        context.RequestServices!.GetRequiredService<ISender>();
}
