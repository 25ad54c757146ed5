using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Amounts in the ledger are public. Who recorded them, and the texts they wrote, are not.</summary>
public sealed class LedgerEntryModel : Model<LedgerEntry>
{
    public LedgerEntryModel()
        : base("A movement of an activity's money. Entries are never changed or deleted.")
    {
        SeenBy(OfProject(entry => entry.ProjectId));
        Lists("LedgerEntries");
        Large();
        Order(entry => entry.RecordedAt, entry => entry.Sequence);
        Root("ledgerEntries", "Ledger entries of all projects, in order of recording.");
        Key(entry => entry.Id);
        RootById("ledgerEntry", "The ledger entry with this id, or null.");
        What();
        Related();
        Field(entry => entry.RecordedAt, "The time of recording.").Indexed();
        Field(entry => entry.RecordedBy, "Who recorded the entry.").SignedIn().Personal();
        Budget("balance", BudgetScope.LedgerEntry, "The activity's own budget after the entry.")
            .NotFiltered()
            .NotSorted();
        Maybe<Project>(
                "project",
                entry => entry.ProjectId,
                "The project of the activity; null if a later plan omitted the project."
            )
            .NotSorted();
        Field(entry => entry.FiscalYear, "The fiscal year of the money (Buddhist era).");
        Groups();
    }

    private void What()
    {
        Maybe<Activity>(
                "activity",
                entry => entry.ActivityId,
                "The activity whose money is moved; null if a later plan omitted the activity."
            )
            .NotSorted();
        Field(entry => entry.Sequence, "Number of the entry within the activity, from 1.");
        Field(entry => entry.Kind, "The kind of entry.").Indexed(sorts: false);
        Field(
            entry => entry.Amount,
            "Amount in baht, greater than zero; for PLANNED, the change of the planned amount, which can be negative."
        );
        Field(
            entry => entry.Quarter,
            "The quarter of the entry; null for commitments, which belong to the whole year."
        );
        Field(entry => entry.PaidOn, "Payments only: the date of the payment.");
        Field(entry => entry.FundingSource, "Payments only: the funding source.");
        Field(entry => entry.ExpiresOn, "Commitments only: the last day.").Indexed(sorts: false);
        Field(entry => entry.Reference, "Voucher or document number.").SignedIn().Indexed(sorts: false);
        Field(entry => entry.Reason, "The reason, as written by the person who recorded the entry.").SignedIn();
    }

    private void Related()
    {
        Maybe<Disbursement>("disbursement", "The payment that the entry records or reverses.")
            .NotFiltered()
            .NotSorted();
        Maybe<Commitment>(
                "commitment",
                entry => entry.CommitmentId,
                "The commitment that the entry creates, releases, draws on or returns money to."
            )
            .NotFiltered()
            .NotSorted();
        Maybe<BudgetTransfer>("transfer", entry => entry.TransferId, "The transfer that the entry is one side of.")
            .NotFiltered()
            .NotSorted();
    }

    private void Groups()
    {
        GroupByOffice(entry => RowOf.Id<Project>(entry.ProjectId).Plan.Office);
        GroupBy("FISCAL_YEAR", entry => entry.FiscalYear, "The fiscal year of the money (Buddhist era).");
        GroupBy<Project>(
            "PROJECT",
            entry => entry.ProjectId,
            entry => RowOf.Id<Project>(entry.ProjectId).Name,
            "The project."
        );
        GroupBy<Activity>(
            "ACTIVITY",
            entry => entry.ActivityId,
            entry => RowOf.Id<Activity>(entry.ActivityId).Name,
            "The activity."
        );
        GroupBy("KIND", entry => entry.Kind, "The kind of entry.");
        GroupBy("QUARTER", entry => entry.Quarter, "The quarter of the entry; null for commitments.");
        GroupBy("FUNDING_SOURCE", entry => entry.FundingSource, "Payments only: the funding source.");
        GroupByDate("RECORDED", entry => entry.RecordedAt, "the date of recording");
        GroupByDate("PAID_ON", entry => entry.PaidOn, "the date of the payment");
    }
}
