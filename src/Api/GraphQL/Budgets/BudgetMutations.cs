using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The mutations that move money: each with its input, its payload and the errors that it can end in.</summary>
internal static class BudgetMutations
{
    private const string Amount = "In baht, above zero, with at most two decimals: 5000.00.";

    private static readonly Member Reason = new("reason", "String!", "Why; 1 to 2000 characters.");

    private static readonly IReadOnlyList<Member> Payment =
    [
        new("activityId", "ID!", "Whose money is paid."),
        new("amount", "Decimal!", Amount),
        new(
            "paidOn",
            "LocalDate!",
            "The day of the payment, in the plan's fiscal year and not in the future (Thai time)."
        ),
        new("reference", "String!", "Voucher number; 1 to 255 characters."),
        new("commitmentId", "ID", "A commitment of the same activity to draw on."),
        new("fundingSource", "FundingKind", "Where the money comes from."),
        new("note", "String", "At most 2000 characters."),
    ];

    /// <summary>Inputs that several mutations or list items share.</summary>
    public static IEnumerable<IGraphType> Types() =>
        [
            InputTypes.Of("RecordDisbursementsItemInput", "A payment among others.", Payment),
            InputTypes.Of(
                "PlannedAmountInput",
                "What an activity alone is to have planned in a quarter.",
                [
                    new Member("activityId", "ID!", "An activity of the project."),
                    new Member("quarter", "FiscalQuarter!", "Which quarter."),
                    new Member("amount", "Decimal!", "In baht, zero or above, with at most two decimals."),
                ]
            ),
        ];

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<RecordDisbursement, Written>(
                "Records a payment out of an activity's own budget. The first payment sets its project IN_PROGRESS.",
                Payment,
                [(new Member("disbursement", "Disbursement", "The payment; null where it was refused."), it => it.Id)],
                input => new RecordDisbursement(PaymentOf(input))
            ),
            new Mutation<RecordDisbursements, Written>(
                "Records many payments together: all of them, or none where any is refused; errors name the item by its index.",
                [
                    new Member(
                        "items",
                        "[RecordDisbursementsItemInput!]!",
                        $"1 to {RecordDisbursementsValidator.MaxItems} payments, decided in this order."
                    ),
                ],
                [
                    (
                        new Member(
                            "disbursements",
                            "[Disbursement!]",
                            "The payments, in order; null where they were refused."
                        ),
                        them => them.Ids
                    ),
                ],
                input => new RecordDisbursements([.. input.List("items").Select(PaymentOf)])
            ),
            new Mutation<ReverseDisbursement, Written>(
                "Takes a payment back, whole and once, by a new entry in the payment's own quarter. A commitment that it drew on and "
                    + "that is still open gets the amount back.",
                [new Member("disbursementId", "ID!", "Which payment."), Reason],
                [(new Member("disbursement", "Disbursement", "The payment; null where it was refused."), it => it.Id)],
                input => new ReverseDisbursement(
                    input.Id("disbursementId", nameof(Disbursement)),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<TransferBudget, Written>(
                "Moves an amount between the own budgets of two activities: of a project that allows virement, or, for an approver, of "
                    + "different projects of one fiscal year.",
                [
                    new Member("fromActivityId", "ID!", "Which gives."),
                    new Member("toActivityId", "ID!", "Which receives."),
                    new Member("amount", "Decimal!", Amount),
                    new Member("quarter", "FiscalQuarter!", "The quarter that it is for."),
                    Reason,
                ],
                [(new Member("transfer", "BudgetTransfer", "The transfer; null where it was refused."), it => it.Id)],
                input => new TransferBudget(
                    input.Id("fromActivityId", nameof(Activity)),
                    input.Id("toActivityId", nameof(Activity)),
                    input.Value<decimal>("amount"),
                    input.Value<FiscalQuarter>("quarter"),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<CommitBudget, Written>(
                "Reserves an amount of what an activity's own budget has available.",
                [
                    new Member("activityId", "ID!", "Whose money is reserved."),
                    new Member("amount", "Decimal!", Amount),
                    new Member("reference", "String!", "Contract or document number; 1 to 255 characters."),
                    new Member(
                        "expiresOn",
                        "LocalDate",
                        "The last day on which it can be drawn on, today or later; then what is left frees itself."
                    ),
                ],
                [(new Member("commitment", "Commitment", "The commitment; null where it was refused."), it => it.Id)],
                input => new CommitBudget(
                    input.Id("activityId", nameof(Activity)),
                    input.Value<decimal>("amount"),
                    input.Text("reference"),
                    input.ValueOrNull<DateOnly>("expiresOn")
                )
            ),
            new Mutation<ReleaseCommitment, Written>(
                "Frees what is left of a commitment, once.",
                [new Member("commitmentId", "ID!", "Which commitment."), Reason],
                [(new Member("commitment", "Commitment", "The commitment; null where it was refused."), it => it.Id)],
                input => new ReleaseCommitment(input.Id("commitmentId", nameof(Commitment)), input.Text(Reason.Name))
            ),
            new Mutation<ReviseSpendingPlan, Written>(
                "Makes planned amounts of a project these, as entries of what changes; what is not named stays. Nothing can be planned "
                    + "below what is committed and paid.",
                [
                    new Member("projectId", "ID!", "Which project."),
                    new Member(
                        "expectedVersion",
                        "Int!",
                        "The project's version that the change was decided on; another one is a ConflictError."
                    ),
                    new Member(
                        "amounts",
                        "[PlannedAmountInput!]!",
                        $"1 to {ReviseSpendingPlanValidator.MaxAmounts} amounts; each quarter of an activity once."
                    ),
                    Reason,
                ],
                [(new Member("project", "Project", "The project; null where it was refused."), it => it.Id)],
                input => new ReviseSpendingPlan(
                    input.Id("projectId", nameof(Project)),
                    input.Value<int>("expectedVersion"),
                    [
                        .. input
                            .List("amounts")
                            .Select(amount => new PlannedAmount(
                                amount.Id("activityId", nameof(Activity)),
                                amount.Value<FiscalQuarter>("quarter"),
                                amount.Value<decimal>("amount")
                            )),
                    ],
                    input.Text(Reason.Name)
                )
            ),
        ];

    private static PaymentOrder PaymentOf(InputValues input) =>
        new(
            input.Id("activityId", nameof(Activity)),
            input.Value<decimal>("amount"),
            input.Value<DateOnly>("paidOn"),
            input.Text("reference"),
            input.IdOrNull("commitmentId", nameof(Commitment)),
            input.ValueOrNull<FundingKind>("fundingSource"),
            input.TextOrNull("note")
        );
}
