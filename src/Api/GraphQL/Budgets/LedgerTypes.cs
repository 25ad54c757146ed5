using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

internal sealed class LedgerEntryType : NodeType<LedgerEntry>
{
    public LedgerEntryType()
        : base("A movement of an activity's money. It is never changed or removed.")
    {
        One<Activity>(
            "activity",
            "Activity",
            entry => entry.ActivityId,
            "Whose money it moves; null where a later plan has left the activity out."
        );
        Value("sequence", "Int!", entry => entry.Sequence, "Counts the entries of the activity, from 1.");
        Value("kind", "LedgerEntryKind!", entry => entry.Kind, "What moved.");
        Value(
            "amount",
            "Decimal!",
            entry => entry.Amount,
            "In baht, above zero; of PLANNED what is added to the plan or, below zero, taken from it."
        );
        Value(
            "quarter",
            "FiscalQuarter",
            entry => entry.Quarter,
            "The quarter that it counts in; null for commitments, which belong to the whole year."
        );
        Value("paidOn", "LocalDate", entry => entry.PaidOn, "Of a payment, the day.");
        Value("fundingSource", "FundingKind", entry => entry.FundingSource, "Of a payment, where the money came from.");
        Value("expiresOn", "LocalDate", entry => entry.ExpiresOn, "Of a commitment, its last day.");
        Value("reference", "String", entry => entry.Reference, "Voucher or document number.");
        Value("reason", "String", entry => entry.Reason, "Why, in the words of who recorded it.");
        One<Disbursement>(
            "disbursement",
            "Disbursement",
            entry => entry.Kind == LedgerEntryKind.Disbursement ? entry.Id : entry.ReversesId,
            "The payment that it is, or takes back."
        );
        One<Commitment>(
            "commitment",
            "Commitment",
            entry => entry.CommitmentId,
            "The commitment that it makes, frees, draws on or gives back to."
        );
        One<BudgetTransfer>(
            "transfer",
            "BudgetTransfer",
            entry => entry.TransferId,
            "The transfer that it is an end of."
        );
        Value("recordedAt", "DateTime!", entry => entry.RecordedAt, "When.");
        Value("recordedBy", "String!", entry => entry.RecordedBy, "By whom.");
        Value(
            "balance",
            "BudgetPosition!",
            entry => BudgetPosition.Of(entry.Balance, entry.FiscalYear),
            "The activity's own money after it."
        );
    }
}

internal sealed class DisbursementType : NodeType<Disbursement>
{
    public DisbursementType()
        : base("A payment (การเบิกจ่าย) out of an activity's budget.")
    {
        One<Activity>("activity", "Activity!", payment => payment.ActivityId, "Whose money was paid.");
        Value("amount", "Decimal!", payment => payment.Amount, "In baht.");
        Value("paidOn", "LocalDate!", payment => payment.PaidOn, "The day of the payment.");
        Value("quarter", "FiscalQuarter!", payment => payment.Quarter, "The quarter that it counts in.");
        Value("reference", "String!", payment => payment.Reference, "Voucher number.");
        Value("note", "String", payment => payment.Note, "As recorded with it.");
        Value(
            "fundingSource",
            "FundingKind",
            payment => payment.FundingSource,
            "Where the money came from, if it was told."
        );
        One<Commitment>("commitment", "Commitment", payment => payment.CommitmentId, "The commitment that it drew on.");
        Value("reversed", "Boolean!", payment => payment.Reversed, "Whether it was taken back.");
        Value("recordedAt", "DateTime!", payment => payment.RecordedAt, "When it was recorded.");
        Value("recordedBy", "String!", payment => payment.RecordedBy, "Who recorded it.");
    }
}

internal sealed class CommitmentType : NodeType<Commitment>
{
    public CommitmentType()
        : base("A reservation (การผูกพัน) of an activity's money for payments to come.")
    {
        One<Activity>("activity", "Activity!", commitment => commitment.ActivityId, "Whose money is reserved.");
        Value("amount", "Decimal!", commitment => commitment.Amount, "What was reserved, in baht.");
        Value(
            "remaining",
            "Decimal!",
            commitment => commitment.Remaining,
            "What of it is still reserved, in baht: neither paid nor freed."
        );
        Value("reference", "String!", commitment => commitment.Reference, "Contract or document number.");
        Value(
            "expiresOn",
            "LocalDate",
            commitment => commitment.ExpiresOn,
            "The last day on which it can be drawn on; then what is left frees itself. Null where it does not expire."
        );
        Value(
            "released",
            "Boolean!",
            commitment => commitment.Released,
            "Whether what was left of it was freed, by request or because it expired."
        );
        Value("recordedAt", "DateTime!", commitment => commitment.RecordedAt, "When it was recorded.");
        Value("recordedBy", "String!", commitment => commitment.RecordedBy, "Who recorded it.");
    }
}

internal sealed class BudgetTransferType : NodeType<BudgetTransfer>
{
    public BudgetTransferType()
        : base("A transfer (ถัวจ่าย / โอนเปลี่ยนแปลง) from one activity's budget to another's.")
    {
        One<Activity>("from", "Activity!", transfer => transfer.FromId, "Which gave.");
        One<Activity>("to", "Activity!", transfer => transfer.ToId, "Which received.");
        Value("amount", "Decimal!", transfer => transfer.Amount, "In baht.");
        Value("quarter", "FiscalQuarter!", transfer => transfer.Quarter, "The quarter that it is for.");
        Value(
            "approved",
            "Boolean!",
            transfer => transfer.Approved,
            "Whether it moved money between projects, which takes an approver."
        );
        Value("reason", "String!", transfer => transfer.Reason, "Why.");
        Value("recordedAt", "DateTime!", transfer => transfer.RecordedAt, "When it was recorded.");
        Value("recordedBy", "String!", transfer => transfer.RecordedBy, "Who recorded it.");
    }
}
