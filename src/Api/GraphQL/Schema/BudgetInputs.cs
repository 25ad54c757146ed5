namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The filters and sort keys by the money of a row or of a group of rows.</summary>
internal static class BudgetInputs
{
    private static readonly string[] Figures =
    [
        "planned",
        "transferredIn",
        "transferredOut",
        "committed",
        "disbursed",
        "revised",
        "available",
        "disbursementRate",
        "plannedQ1",
        "plannedQ2",
        "plannedQ3",
        "plannedQ4",
        "disbursedQ1",
        "disbursedQ2",
        "disbursedQ3",
        "disbursedQ4",
    ];

    public static string Filter(InputSet inputs, OperationInputs operations) =>
        inputs.Add(
            "BudgetPositionFilterInput",
            "Conditions on a BudgetPosition; all must hold.",
            input =>
            {
                InputSet.Combine(input);
                foreach (var figure in Figures)
                    InputSet.Field(input, figure, operations.Of(typeof(decimal)), $"Conditions on `{figure}`.");
            }
        );

    public static string Sort(InputSet inputs) =>
        inputs.Add(
            "BudgetPositionSortInput",
            "Sort keys of a BudgetPosition.",
            input =>
            {
                foreach (var figure in Figures)
                    InputSet.Field(input, figure, "SortEnumType", $"By `{figure}`.");
            }
        );
}
