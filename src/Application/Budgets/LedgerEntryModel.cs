using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The ledger's amounts are open; who recorded them, and what they wrote to it, is not.</summary>
public sealed class LedgerEntryModel : Model<LedgerEntry>
{
    public LedgerEntryModel()
        : base("A movement of an activity's money. It is never changed or removed.")
    {
        SeenBy(OfProject(entry => entry.ProjectId));
        Lists("LedgerEntries");
        Large();
        Order(entry => entry.RecordedAt, entry => entry.Sequence);
        Root("ledgerEntries", "Movements of the money of all projects, in the order in which they were recorded.");
        Key(entry => entry.Id);
        RootById("ledgerEntry", "The ledger entry with this id, or null.");
        What();
        Related();
        Field(entry => entry.RecordedAt, "When.").Indexed();
        Field(entry => entry.RecordedBy, "By whom.").SignedIn().Personal();
        Budget("balance", BudgetScope.LedgerEntry, "The activity's own money after it.").NotFiltered().NotSorted();
        Maybe<Project>(
                "project",
                entry => entry.ProjectId,
                "Whose activity's money it moves; null where a later plan has left the project out."
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
                "Whose money it moves; null where a later plan has left the activity out."
            )
            .NotSorted();
        Field(entry => entry.Sequence, "Counts the entries of the activity, from 1.");
        Field(entry => entry.Kind, "What moved.").Indexed(sorts: false);
        Field(
            entry => entry.Amount,
            "In baht, above zero; of PLANNED what is added to the plan or, below zero, taken from it."
        );
        Field(
            entry => entry.Quarter,
            "The quarter that it counts in; null for commitments, which belong to the whole year."
        );
        Field(entry => entry.PaidOn, "Of a payment, the day.");
        Field(entry => entry.FundingSource, "Of a payment, where the money came from.");
        Field(entry => entry.ExpiresOn, "Of a commitment, its last day.").Indexed(sorts: false);
        Field(entry => entry.Reference, "Voucher or document number.").SignedIn().Indexed(sorts: false);
        Field(entry => entry.Reason, "Why, in the words of who recorded it.").SignedIn();
    }

    private void Related()
    {
        Maybe<Disbursement>("disbursement", "The payment that it is, or takes back.").NotFiltered().NotSorted();
        Maybe<Commitment>(
                "commitment",
                entry => entry.CommitmentId,
                "The commitment that it makes, frees, draws on or gives back to."
            )
            .NotFiltered()
            .NotSorted();
        Maybe<BudgetTransfer>("transfer", entry => entry.TransferId, "The transfer that it is an end of.")
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
        GroupBy("KIND", entry => entry.Kind, "What moved.");
        GroupBy("QUARTER", entry => entry.Quarter, "The quarter that it counts in; null for commitments.");
        GroupBy("FUNDING_SOURCE", entry => entry.FundingSource, "Of payments, where the money came from.");
        GroupByDate("RECORDED", entry => entry.RecordedAt, "the day it was recorded");
        GroupByDate("PAID_ON", entry => entry.PaidOn, "the day of the payment");
    }
}
