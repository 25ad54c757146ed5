using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>What budgets and the ledger add to the schema.</summary>
internal static class BudgetSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<ExpenseClass>(
                    "What disbursement targets are set for.",
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
                    "What budgets are summed by; the groups' sums add up to the whole.",
                    ("PROJECT", "Each project by itself."),
                    (
                        "QUARTER",
                        "Each fiscal quarter: what is planned, moved and paid in it. Commitments belong to no quarter, and what is available "
                            + "is below zero where more was paid than the quarter had."
                    ),
                    (
                        "FUNDING_SOURCE",
                        "Where the money comes from. A project with several sources is divided in proportion to their stated amounts, to the "
                            + "satang, and counts in each."
                    )
                ),
                EnumType.Of<LedgerEntryKind>(
                    "What a ledger entry moved.",
                    ("PLANNED", "The spending plan was made or changed."),
                    ("TRANSFER_OUT", "Moved to another activity."),
                    ("TRANSFER_IN", "Moved here from another activity."),
                    ("COMMITMENT", "Reserved."),
                    ("COMMITMENT_RELEASED", "What was left of a commitment was freed."),
                    ("DISBURSEMENT", "Paid."),
                    ("REVERSAL", "A payment was taken back.")
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
