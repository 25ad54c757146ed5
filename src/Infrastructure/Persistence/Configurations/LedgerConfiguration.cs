using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

/// <summary>What must always hold of the ledger's tables is in the migrations.</summary>
internal sealed class ActivityBudgetConfiguration : IEntityTypeConfiguration<ActivityBudget>
{
    public void Configure(EntityTypeBuilder<ActivityBudget> builder)
    {
        builder.ToTable("activity_budgets");
        builder.HasKey(budget => budget.ActivityId);
        builder.Property(budget => budget.ActivityId).ValueGeneratedNever();
        builder.HasIndex(budget => budget.ProjectId);
        builder.HasIndex(budget => budget.PlanId);
        builder.ComplexProperty(budget => budget.Balance, Columns.Balance);
    }
}

/// <summary>It is only read: triggers keep it.</summary>
internal sealed class ProjectBudgetConfiguration : IEntityTypeConfiguration<ProjectBudget>
{
    public void Configure(EntityTypeBuilder<ProjectBudget> builder)
    {
        builder.ToTable("project_budgets");
        builder.HasKey(budget => budget.ProjectId);
        builder.Property(budget => budget.ProjectId).ValueGeneratedNever();
        builder.HasIndex(budget => budget.FiscalYear);
        builder.HasIndex(budget => budget.PlanId);
        builder.ComplexProperty(budget => budget.Balance, Columns.Balance);
        builder.Property(budget => budget.PlannedTotal).IsTotal("planned");
        builder.Property(budget => budget.TransferredInTotal).IsTotal("transferred_in");
        builder.Property(budget => budget.TransferredOutTotal).IsTotal("transferred_out");
        builder.Property(budget => budget.DisbursedTotal).IsTotal("disbursed");
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries");
        builder.HasIndex(entry => new { entry.ActivityId, entry.Sequence }).IsUnique();
        builder.HasIndex(entry => new
        {
            entry.ActivityId,
            entry.RecordedAt,
            entry.Sequence,
        });
        builder.HasIndex(entry => new
        {
            entry.ProjectId,
            entry.RecordedAt,
            entry.Sequence,
        });
        builder.HasIndex(entry => entry.CommitmentId).HasFilter("commitment_id IS NOT NULL");
        builder.HasIndex(entry => entry.ReversesId).IsUnique().HasFilter("reverses_id IS NOT NULL");
        builder.HasIndex(entry => new { entry.TransferId, entry.Kind }).IsUnique().HasFilter("transfer_id IS NOT NULL");
        builder.HasIndex(entry => entry.CounterpartId).HasFilter("counterpart_id IS NOT NULL");
        builder.HasIndex(entry => entry.ExpiresOn).HasFilter("expires_on IS NOT NULL");
        builder.Property(entry => entry.Amount).IsMoney();
        builder.ComplexProperty(entry => entry.Balance, Columns.Balance);
        builder
            .HasOne<ActivityBudget>()
            .WithMany()
            .HasForeignKey(entry => entry.ActivityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<LedgerEntry>()
            .WithMany()
            .HasForeignKey(entry => entry.CommitmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<LedgerEntry>()
            .WithMany()
            .HasForeignKey(entry => entry.ReversesId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<LedgerEntry>()
            .WithMany()
            .HasForeignKey(entry => entry.TransferId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<ActivityBudget>()
            .WithMany()
            .HasForeignKey(entry => entry.CounterpartId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Payments, commitments and transfers are views on the entries.</summary>
internal sealed class DisbursementConfiguration : IEntityTypeConfiguration<Disbursement>
{
    public void Configure(EntityTypeBuilder<Disbursement> builder) => builder.ToView("disbursements");
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder) => builder.ToView("commitments");
}

internal sealed class BudgetTransferConfiguration : IEntityTypeConfiguration<BudgetTransfer>
{
    public void Configure(EntityTypeBuilder<BudgetTransfer> builder) => builder.ToView("budget_transfers");
}
