using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class QuarterlyReportConfiguration : IEntityTypeConfiguration<QuarterlyReport>
{
    public void Configure(EntityTypeBuilder<QuarterlyReport> builder)
    {
        builder.ToTable("quarterly_reports");
        builder.HasOne(report => report.Office).WithMany().HasForeignKey(report => report.OfficeId);
        builder.HasOne(report => report.Plan).WithMany().HasForeignKey(report => report.PlanId);
        builder.ComplexProperty(report => report.Money, Columns.Reported);
        builder.HasMany(report => report.Projects).WithOne().HasForeignKey(one => one.ReportId);
        builder.HasMany(report => report.Indicators).WithOne().HasForeignKey(one => one.ReportId);
        builder.HasMany(report => report.Events).WithOne().HasForeignKey(one => one.ReportId);
        builder.HasMany(report => report.People).WithOne().HasForeignKey(one => one.ReportId);
    }
}

internal sealed class QuarterlyReportProjectConfiguration : IEntityTypeConfiguration<QuarterlyReportProject>
{
    public void Configure(EntityTypeBuilder<QuarterlyReportProject> builder)
    {
        builder.ToTable("quarterly_report_projects");
        builder.ComplexProperty(one => one.Money, Columns.Reported);
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.ProjectId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(one => one.Kpis).WithOne().HasForeignKey(kpi => kpi.ReportProjectId);
    }
}

internal sealed class QuarterlyReportKpiConfiguration : IEntityTypeConfiguration<QuarterlyReportKpi>
{
    public void Configure(EntityTypeBuilder<QuarterlyReportKpi> builder) => builder.ToTable("quarterly_report_kpis");
}

internal sealed class QuarterlyReportIndicatorConfiguration : IEntityTypeConfiguration<QuarterlyReportIndicator>
{
    public void Configure(EntityTypeBuilder<QuarterlyReportIndicator> builder) =>
        builder.ToTable("quarterly_report_indicators");
}

internal sealed class QuarterlyReportEventConfiguration : IEntityTypeConfiguration<QuarterlyReportEvent>
{
    public void Configure(EntityTypeBuilder<QuarterlyReportEvent> builder) =>
        builder.ToTable("quarterly_report_events");
}

internal sealed class QuarterlyReportPeopleConfiguration : IEntityTypeConfiguration<QuarterlyReportPeople>
{
    public void Configure(EntityTypeBuilder<QuarterlyReportPeople> builder)
    {
        builder.ToTable("quarterly_report_people");
        builder.HasOne<QuarterlyReportEvent>().WithMany().HasForeignKey(one => one.EventId);
    }
}
