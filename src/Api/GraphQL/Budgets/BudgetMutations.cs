using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The mutations that move money, each with its input, payload and possible errors.</summary>
internal static class BudgetMutations
{
    private const string Amount = "Amount in baht, greater than zero, with at most two decimals: 5000.00.";

    private static readonly Member Reason = new("reason", "String!", "The reason; 1 to 2000 characters.");

    private static readonly IReadOnlyList<Member> Payment =
    [
        new("activityId", "ID!", "The activity that pays."),
        new("amount", "Decimal!", Amount),
        new(
            "paidOn",
            "LocalDate!",
            "The date of the payment, in the plan's fiscal year and not in the future (Thai time)."
        ),
        new("reference", "String!", "Voucher number; 1 to 255 characters."),
        new("commitmentId", "ID", "A commitment of the same activity to draw on."),
        new("fundingSource", "FundingKind", "The funding source."),
        new("note", "String", "At most 2000 characters."),
    ];

    private static readonly Member ItemKey = new(
        "idempotencyKey",
        "String",
        "1 to 255 characters. The item is the recordDisbursement with this key: if it is recorded already, it is returned as it is, and only "
            + "the other items are recorded. Without one, the key of the whole request counts."
    );

    /// <summary>Inputs that are shared by several mutations or list items.</summary>
    public static IEnumerable<IGraphType> Types() =>
        [
            InputTypes.Of("RecordDisbursementsItemInput", "One of several payments.", [.. Payment, ItemKey]),
            InputTypes.Of(
                "PlannedAmountInput",
                "The planned amount of an activity (without its sub-activities) in a quarter.",
                [
                    new Member("activityId", "ID!", "An activity of the project."),
                    new Member("quarter", "FiscalQuarter!", "The quarter."),
                    new Member("amount", "Decimal!", "Amount in baht, zero or greater, with at most two decimals."),
                ]
            ),
        ];

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<RecordDisbursement, Written>(
                "Records a payment from an activity's own budget. The first payment changes the project to IN_PROGRESS.",
                Payment,
                [(new Member("disbursement", "Disbursement", "The payment; null where it was refused."), it => it.Id)],
                input => new RecordDisbursement(PaymentOf(input))
            ),
            new Mutation<RecordDisbursements, Written>(
                "Records many payments in one transaction: all of them, or none if one is refused. Errors have the index of the item. The request "
                    + "needs a key unless each item has its own.",
                [
                    new Member(
                        "items",
                        "[RecordDisbursementsItemInput!]!",
                        $"1 to {RecordDisbursementsValidator.MaxItems} payments, processed in this order."
                    ),
                ],
                [
                    (
                        new Member(
                            "disbursements",
                            "[Disbursement!]",
                            "The payments, in order; null if the mutation was refused."
                        ),
                        them => them.Ids
                    ),
                ],
                input => new RecordDisbursements([
                    .. input.List("items").Select(item => PaymentOf(item) with { Key = item.TextOrNull(ItemKey.Name) }),
                ])
            ),
            new Mutation<ReverseDisbursement, Written>(
                "Reverses a payment completely, and only once, with a new entry in the payment's own quarter. If the payment drew on a commitment "
                    + "that is still open, the amount returns to it.",
                [new Member("disbursementId", "ID!", "The payment to reverse."), Reason],
                [
                    (
                        new Member("disbursement", "Disbursement", "The payment; null if the mutation was refused."),
                        it => it.Id
                    ),
                ],
                input => new ReverseDisbursement(
                    input.Id("disbursementId", nameof(Disbursement)),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<TransferBudget, Written>(
                "Moves an amount between the own budgets of two activities of a project that allows virement or, for an approver, of "
                    + "different projects in one fiscal year.",
                [
                    new Member("fromActivityId", "ID!", "The activity that gives the money."),
                    new Member("toActivityId", "ID!", "The activity that receives the money."),
                    new Member("amount", "Decimal!", Amount),
                    new Member("quarter", "FiscalQuarter!", "The quarter of the planned amount that is moved."),
                    Reason,
                ],
                [
                    (
                        new Member("transfer", "BudgetTransfer", "The transfer; null if the mutation was refused."),
                        it => it.Id
                    ),
                ],
                input => new TransferBudget(
                    input.Id("fromActivityId", nameof(Activity)),
                    input.Id("toActivityId", nameof(Activity)),
                    input.Value<decimal>("amount"),
                    input.Value<FiscalQuarter>("quarter"),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<CommitBudget, Written>(
                "Reserves an available amount of an activity's own budget.",
                [
                    new Member("activityId", "ID!", "The activity whose money is reserved."),
                    new Member("amount", "Decimal!", Amount),
                    new Member("reference", "String!", "Contract or document number; 1 to 255 characters."),
                    new Member(
                        "expiresOn",
                        "LocalDate",
                        "The last day of the commitment, today or later. The remainder is released at the end of that day."
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
                "Releases the remainder of a commitment, once.",
                [new Member("commitmentId", "ID!", "The commitment to release."), Reason],
                [
                    (
                        new Member("commitment", "Commitment", "The commitment; null if the mutation was refused."),
                        it => it.Id
                    ),
                ],
                input => new ReleaseCommitment(input.Id("commitmentId", nameof(Commitment)), input.Text(Reason.Name))
            ),
            new Mutation<ReviseSpendingPlan, Written>(
                "Sets planned amounts of a project, recording the differences as ledger entries; amounts that are not given stay. No amount can be "
                    + "less than what is committed and paid.",
                [
                    new Member("projectId", "ID!", "The project."),
                    new Member(
                        "expectedVersion",
                        "Int!",
                        "The version of the project that the change is based on; if it has changed, the result is a ConflictError."
                    ),
                    new Member(
                        "amounts",
                        "[PlannedAmountInput!]!",
                        $"1 to {ReviseSpendingPlanValidator.MaxAmounts} amounts, at most one per quarter of an activity."
                    ),
                    Reason,
                ],
                [(new Member("project", "Project", "The project; null if the mutation was refused."), it => it.Id)],
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
