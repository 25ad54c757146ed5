using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class IndicatorDefinitionConfiguration : IEntityTypeConfiguration<IndicatorDefinition>
{
    public void Configure(EntityTypeBuilder<IndicatorDefinition> builder)
    {
        builder.ToTable("indicator_definitions");
        builder.HasIndex(definition => definition.Code).IsUnique();
    }
}

/// <summary>What must always hold of results is in the migrations.</summary>
internal sealed class IndicatorResultConfiguration : IEntityTypeConfiguration<IndicatorResult>
{
    public void Configure(EntityTypeBuilder<IndicatorResult> builder)
    {
        builder.ToTable("indicator_results");
        builder.HasIndex(result => new { result.TargetId, result.Sequence }).IsUnique();
        builder.HasIndex(result => new { result.IndicatorId, result.RecordedAt });
        builder
            .HasOne<IndicatorTarget>()
            .WithMany()
            .HasForeignKey(result => result.TargetId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KpiResultConfiguration : IEntityTypeConfiguration<KpiResult>
{
    public void Configure(EntityTypeBuilder<KpiResult> builder)
    {
        builder.ToTable("kpi_results");
        builder.HasIndex(result => new { result.KpiId, result.Sequence }).IsUnique();
        builder.Property(result => result.Text).HasColumnName("result_text");
        builder.HasOne<ProjectKpi>().WithMany().HasForeignKey(result => result.KpiId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A view on the revisions, which also tells the latest of them.</summary>
internal sealed class ProgressReportConfiguration : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToView("progress_reports");
        builder.Ignore(report => report.Late);
        builder
            .HasOne(report => report.Project)
            .WithMany(project => project.ProgressReports)
            .HasForeignKey(report => report.ProjectId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DisbursementTargetConfiguration : IEntityTypeConfiguration<DisbursementTarget>
{
    public void Configure(EntityTypeBuilder<DisbursementTarget> builder)
    {
        builder.ToTable("disbursement_targets");
        builder
            .HasIndex(target => new
            {
                target.FiscalYear,
                target.ExpenseClass,
                target.Quarter,
            })
            .IsUnique();
        builder.Property(target => target.CumulativePercent).HasColumnType("numeric(5,2)");
    }
}
