using GraphQL;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The batches behind the budget fields.</summary>
internal static class BudgetFields
{
    /// <summary>The argument that every budget field takes.</summary>
    public static QueryArguments AsOf() =>
        new(
            ListArgumentsReader.Argument(
                "asOf",
                "DateTime",
                "A past moment: the position as it stood then, with all that was recorded by it. Now where it is left out."
            )
        );

    public static object OfActivity(IResolveFieldContext context, Activity activity)
    {
        var reads = OperationReads.Of(context);
        var view = View(context);
        return reads.At(context, () => new Batch<Activity, BudgetPosition?>(FetchAsync, () => null)).Load(activity);

        async Task<IReadOnlyDictionary<Activity, BudgetPosition?>> FetchAsync(
            IReadOnlyList<Activity> activities,
            CancellationToken cancellation
        )
        {
            var found = await reads.Budgets.OfActivitiesAsync(activities, view, cancellation);
            return activities.ToDictionary(one => one, one => found[one.Id]);
        }
    }

    public static object OfList(IResolveFieldContext context)
    {
        var list = (Listing<Project>)context.Source!;
        return list.Group.LoadBudget(context, list.Parent, list.Holder);
    }

    /// <summary>The budget of an object of its own.</summary>
    public static BatchField<BudgetPosition?> Of<T>(Func<BudgetReader, BudgetView, BatchRead<BudgetPosition?>> read)
        where T : Entity, IOfFiscalYear =>
        new(
            (context, reads) =>
            {
                var budgets = read(reads.Budgets, View(context));
                budgets.Below = ReadAhead.Of(context);
                return reads.Reading(budgets, () => null);
            },
            (context, reads, batch) =>
            {
                var holder = (T)context.Source!;
                return batch.Load(holder.Id, position => position ?? reads.Budgets.NothingFor(holder));
            }
        );

    /// <summary>What of the budgets is asked for: the moment, and the parts that what is selected is made of.</summary>
    /// <param name="member">Where the field is not the budget itself: its field that is.</param>
    public static BudgetView View(IResolveFieldContext context, string? member = null)
    {
        var parts = context is FieldContext { Field: var field } ? Parts(field.Value.Below, member) : BudgetParts.All;
        return new BudgetView(context.GetArgument<DateTimeOffset?>("asOf"), parts);
    }

    private static BudgetParts Parts(SelectionPlan? selected, string? member)
    {
        if (selected is null)
            return BudgetParts.All;
        var parts = BudgetParts.None;
        foreach (var field in selected.Fields)
        {
            if (member is null)
                parts |= PartsOf(field);
            else if (field.Definition.Name == member)
                parts |= Parts(field.Value.Below, null);
            else if (field.Definition.Name == "targetDistance")
                parts |= BudgetParts.Revised | BudgetParts.Disbursed;
        }

        return parts;
    }

    private static BudgetParts PartsOf(FieldPlan field) =>
        field.Definition.Name switch
        {
            "__typename" or "quarter" or "startsOn" or "endsOn" => BudgetParts.None,
            "planned" => BudgetParts.Planned,
            "transferredIn" => BudgetParts.TransferredIn,
            "transferredOut" => BudgetParts.TransferredOut,
            "revised" => BudgetParts.Revised,
            "committed" => BudgetParts.Committed,
            "disbursed" => BudgetParts.Disbursed,
            "available" => BudgetParts.Available,
            "disbursementRate" => BudgetParts.Revised | BudgetParts.Disbursed,
            "quarters" => BudgetParts.Quarters | Parts(field.Value.Below, null),
            _ => BudgetParts.All,
        };
}
