using System.Globalization;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Tests;

public sealed class LedgerTests
{
    private readonly LedgerModel model = new();

    private Guid First => model.Activities[1];

    private Guid Second => model.Activities[2];

    [Fact]
    public void The_first_payment_sets_a_project_in_progress()
    {
        model.StatusOf(First).ShouldBe(ProjectStatus.Approved);
        Pay(100).Succeeded.ShouldBeTrue();
        model.StatusOf(Second).ShouldBe(ProjectStatus.InProgress);
    }

    [Fact]
    public void A_payment_counts_in_the_quarter_of_its_day()
    {
        var payment = Pay(100).Value;
        payment.Quarter.ShouldBe(FiscalQuarter.Q1);
        model.Budgets[First].Balance.Disbursed.ShouldBe(new QuarterAmounts(100, 0, 0, 0));
    }

    [Fact]
    public void Of_amounts_known_as_a_whole_alone_no_quarter_can_be_told()
    {
        var whole = QuarterAmounts.Undivided(7.50m);
        (whole + whole).Total.ShouldBe(15.00m);
        var sum = new QuarterAmounts(1, 2, 3, 4) + whole;
        sum.Total.ShouldBe(17.50m);
        foreach (var amounts in new[] { whole, sum, whole + QuarterAmounts.Zero })
        {
            Should.Throw<InvalidOperationException>(() => amounts[FiscalQuarter.Q1]);
            Should.Throw<InvalidOperationException>(() => amounts.With(FiscalQuarter.Q2, 1));
            Should.Throw<InvalidOperationException>(() => amounts.Only(FiscalQuarter.Q4));
        }

        var balance = new Balance { Disbursed = whole };
        Should.Throw<InvalidOperationException>(() => balance.Of(FiscalQuarter.Q1));
        Should.Throw<InvalidOperationException>(() => Apportionment.Of(balance, [1, 1]));
    }

    [Theory]
    [InlineData("2022-09-30", false)]
    [InlineData("2022-10-01", true)]
    [InlineData("2023-02-01", true)]
    [InlineData("2023-02-02", false)]
    [InlineData("2023-10-01", false)]
    public void A_payment_lies_in_the_fiscal_year_and_not_in_the_future(string paidOn, bool accepted)
    {
        var order = LedgerModel.Payment(First, 1) with { PaidOn = DateOnly.Parse(paidOn, null) };
        var result = model.Run(ledger => ledger.Disburse(order));
        result.Succeeded.ShouldBe(accepted);
        if (!accepted)
            result.Error.ShouldBeOfType<RequestInvalid>().Field.ShouldBe("paidOn");
    }

    [Fact]
    public void Today_is_the_day_in_Thailand()
    {
        // 18:00 in UTC is one o'clock of the next day in Thailand.
        model.Wait(TimeSpan.FromHours(15));
        var order = LedgerModel.Payment(First, 1) with { PaidOn = new DateOnly(2023, 2, 2) };
        model.Run(ledger => ledger.Disburse(order)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Days_are_told_as_they_are_given_also_where_the_machine_counts_Buddhist_years()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
        try
        {
            var order = LedgerModel.Payment(First, 1) with { PaidOn = new DateOnly(2023, 10, 1) };
            model.Run(ledger => ledger.Disburse(order)).Error!.Message.ShouldContain("2022-10-01 to 2023-09-30");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(ProjectStatus.Draft)]
    [InlineData(ProjectStatus.Submitted)]
    [InlineData(ProjectStatus.Completed)]
    [InlineData(ProjectStatus.Cancelled)]
    public void Only_approved_projects_and_those_in_progress_take_entries(ProjectStatus status)
    {
        var commitment = Commit(100).Value;
        var payment = Pay(10).Value;
        model.SetStatus(First, status);
        Pay(1).Error.ShouldBeOfType<InvalidState>();
        Commit(1).Error.ShouldBeOfType<InvalidState>();
        Release(commitment.Id).Error.ShouldBeOfType<InvalidState>();
        Reverse(payment.Id).Error.ShouldBeOfType<InvalidState>();
        Transfer(First, Second, 1).Error.ShouldBeOfType<InvalidState>();
    }

    [Fact]
    public void A_commitment_is_drawn_on_in_parts_and_never_beyond_it()
    {
        var available = model.Budgets[First].Balance.Available;
        var commitment = Commit(100).Value;
        Pay(60, commitment.Id).Succeeded.ShouldBeTrue();
        var refused = Pay(40.01m, commitment.Id).Error.ShouldBeOfType<InsufficientBudget>();
        (refused.Available, refused.Requested).ShouldBe((40, 40.01m));
        Pay(40, commitment.Id).Succeeded.ShouldBeTrue();
        model.Budgets[First].Balance.Available.ShouldBe(available - 100);
        model.Budgets[First].Balance.Committed.ShouldBe(0);
        Release(commitment.Id).Error.ShouldBeOfType<InvalidState>();
    }

    [Fact]
    public void A_commitment_of_another_activity_cannot_be_drawn_on()
    {
        var commitment = Commit(100).Value;
        var refused = model.Run(ledger => ledger.Disburse(LedgerModel.Payment(Second, 1, commitment.Id)));
        refused.Error.ShouldBeOfType<RequestInvalid>().Field.ShouldBe("commitmentId");
    }

    [Fact]
    public void What_is_left_of_a_commitment_is_freed_once()
    {
        var commitment = Commit(100).Value;
        Pay(30, commitment.Id).Succeeded.ShouldBeTrue();
        Release(commitment.Id).Value.Released.ShouldBeTrue();
        model.Entries[^1].Amount.ShouldBe(70);
        Release(commitment.Id).Error.ShouldBeOfType<InvalidState>();
        Pay(1, commitment.Id).Error.ShouldBeOfType<InvalidState>();
    }

    [Fact]
    public void A_commitment_frees_itself_at_the_end_of_its_last_day()
    {
        var commitment = Commit(100, new DateOnly(2023, 2, 1)).Value;
        Expire();
        commitment.Released.ShouldBeFalse("its last day is not over");
        model.Wait(TimeSpan.FromDays(2));
        Pay(1, commitment.Id).Error.ShouldBeOfType<InvalidState>();
        Expire();
        commitment.Released.ShouldBeTrue();
        var entry = model.Entries[^1];
        (entry.Kind, entry.Amount).ShouldBe((LedgerEntryKind.CommitmentReleased, 100));
        entry.RecordedAt.ShouldBe(new DateTimeOffset(2023, 2, 1, 17, 0, 0, TimeSpan.Zero), "midnight in Thailand");
    }

    [Fact]
    public void A_commitment_that_has_expired_already_is_refused() =>
        Commit(1, new DateOnly(2023, 1, 31)).Error.ShouldBeOfType<RequestInvalid>().Field.ShouldBe("expiresOn");

    [Fact]
    public void A_payment_is_reversed_whole_and_once_and_gives_its_commitment_the_amount_back()
    {
        var commitment = Commit(100).Value;
        var payment = Pay(60, commitment.Id).Value;
        model.Wait(TimeSpan.FromDays(100));
        Reverse(payment.Id).Value.Reversed.ShouldBeTrue();
        commitment.Remaining.ShouldBe(100);
        model.Budgets[First].Balance.Committed.ShouldBe(100);
        model.Budgets[First].Balance.Disbursed.Total.ShouldBe(0);
        Reverse(payment.Id).Error.ShouldBeOfType<InvalidState>();
    }

    [Fact]
    public void The_amount_is_available_again_where_the_commitment_is_closed()
    {
        var available = model.Budgets[First].Balance.Available;
        var commitment = Commit(100).Value;
        var payment = Pay(60, commitment.Id).Value;
        Release(commitment.Id).Succeeded.ShouldBeTrue();
        Reverse(payment.Id).Succeeded.ShouldBeTrue();
        model.Budgets[First].Balance.Available.ShouldBe(available);
    }

    [Fact]
    public void Money_moves_only_where_virement_is_allowed_and_within_a_project()
    {
        Transfer(First, Second, 100).Succeeded.ShouldBeTrue();
        Transfer(First, First, 1).Error.ShouldBeOfType<RequestInvalid>().Field.ShouldBe("toActivityId");
        Transfer(First, model.Activities[3], 1).Error.ShouldBe(VirementNotAllowed.BetweenProjects);
        Transfer(model.Activities[3], model.Activities[4], 1).Error.ShouldBe(VirementNotAllowed.WithinProject);
        Transfer(Second, First, 1_000_000).Error.ShouldBeOfType<InsufficientBudget>();
    }

    [Fact]
    public void A_plan_is_not_lowered_below_what_is_committed_and_paid()
    {
        Pay(1000).Succeeded.ShouldBeTrue();
        Commit(200).Succeeded.ShouldBeTrue();
        Plan(new QuarterAmounts(1199.99m, 0, 0, 0)).ShouldBeFalse();
        Plan(new QuarterAmounts(0, 0, 0, 1200)).ShouldBeTrue();
        model.Budgets[First].Balance.Available.ShouldBe(0);
    }

    [Fact]
    public void Entries_of_an_activity_never_go_back_in_time()
    {
        Pay(1).Succeeded.ShouldBeTrue();
        model.Wait(TimeSpan.FromHours(-1));
        Pay(1).Succeeded.ShouldBeTrue();
        model.Entries[^1].RecordedAt.ShouldBe(model.Entries[^2].RecordedAt.AddMicroseconds(1));
    }

    private Result<Disbursement> Pay(decimal amount, Guid? commitment = null) =>
        model.Run(ledger => ledger.Disburse(LedgerModel.Payment(First, amount, commitment)));

    private Result<Commitment> Commit(decimal amount, DateOnly? expiresOn = null) =>
        model.Run(ledger => ledger.Commit(LedgerModel.Given(First), amount, "C", expiresOn));

    private Result<Commitment> Release(Guid id) =>
        model.Run(ledger => ledger.Release(LedgerModel.Given(id), "no longer needed"));

    private Result<Disbursement> Reverse(Guid id) =>
        model.Run(ledger => ledger.Reverse(LedgerModel.Given(id), "paid twice"));

    private Result<BudgetTransfer> Transfer(Guid from, Guid to, decimal amount, bool approved = false) =>
        model.Run(ledger =>
            ledger.Transfer(
                LedgerModel.Given(from),
                LedgerModel.Given(to),
                amount,
                FiscalQuarter.Q2,
                "needed there",
                approved
            )
        );

    private bool Plan(QuarterAmounts planned) => model.Run(ledger => ledger.TryPlan(First, planned, "revised", out _));

    private void Expire() =>
        model.Run(ledger =>
        {
            ledger.ReleaseExpired();
            return 0;
        });
}
