using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The part of the schema for budgets and the ledger.</summary>
internal static class BudgetSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<ExpenseClass>(
                    "The class of expenditure of a disbursement target.",
                    ("OVERALL", "All expenditure (ภาพรวม)."),
                    ("RECURRENT", "รายจ่ายประจำ."),
                    ("INVESTMENT", "รายจ่ายลงทุน.")
                ),
                EnumType.Of<FiscalQuarter>(
                    "A quarter of the fiscal year.",
                    ("Q1", "October to December."),
                    ("Q2", "January to March."),
                    ("Q3", "April to June."),
                    ("Q4", "July to September.")
                ),
                EnumType.Of<BudgetGroup>(
                    "How budgets are grouped. The sums of the groups add up to the whole.",
                    ("PROJECT", "One group per project."),
                    (
                        "QUARTER",
                        "One group per fiscal quarter, with the amounts planned, transferred and paid in it. Commitments belong to no quarter; the available amount "
                            + "is below zero if more was paid than the quarter had."
                    ),
                    (
                        "FUNDING_SOURCE",
                        "One group per funding source. The money of a project with several sources is divided in proportion to their stated amounts, exact to the "
                            + "satang; the project counts in each group."
                    )
                ),
                EnumType.Of<LedgerEntryKind>(
                    "The kind of a ledger entry.",
                    ("PLANNED", "The spending plan was created or changed."),
                    ("TRANSFER_OUT", "An amount was moved to another activity."),
                    ("TRANSFER_IN", "An amount was moved here from another activity."),
                    ("COMMITMENT", "Reserved."),
                    ("COMMITMENT_RELEASED", "The remainder of a commitment was released."),
                    ("DISBURSEMENT", "Paid."),
                    ("REVERSAL", "A payment was reversed.")
                ),
                new BudgetPositionType(),
                new QuarterBudgetType(),
                new BudgetSummaryRowType(),
                .. BudgetMutations.Types(),
            ],
            Queries = BudgetQueries.All(),
            Mutations = BudgetMutations.All(),
            Errors =
            [
                new InsufficientBudgetErrorType(),
                new ErrorType<VirementNotAllowed>(
                    "VirementNotAllowedError",
                    "Money may not move between these activities (ขอถัวจ่าย is not allowed, or they belong to different projects)."
                ),
                new ConflictErrorType(),
            ],
        };
}
