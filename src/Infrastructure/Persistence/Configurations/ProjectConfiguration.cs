using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable(
            "projects",
            table => table.HasCheckConstraint("ck_projects_stated_budget", "stated_budget >= 0")
        );
        builder.HasIndex(project => new { project.PlanId, project.Number }).IsUnique();
        builder.HasIndex(project => new { project.Name, project.Id });
        // One year's projects are summed up without reading their long rows.
        builder
            .HasIndex(project => project.FiscalYear)
            .IncludeProperties(project => new
            {
                project.Id,
                project.PlanId,
                project.Status,
                project.StrategyId,
                project.ResponsibleUnitId,
            });
        builder.Property(project => project.StatedBudget).IsMoney();
        builder.ComplexProperty(project => project.PrintedTotals, Columns.Printed);
        builder.Property(project => project.Version).IsConcurrencyToken();
        builder
            .HasOne(project => project.Strategy)
            .WithMany(strategy => strategy.Projects)
            .HasForeignKey(project => project.StrategyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Restricted(project => project.ResponsibleUnit, project => project.ResponsibleUnitId);
        builder.HasMany(project => project.Owners).WithOne().HasForeignKey(owner => owner.ProjectId);
        builder.HasMany(project => project.FundingSources).WithOne().HasForeignKey(source => source.ProjectId);
        builder.HasMany(project => project.Texts).WithOne().HasForeignKey(text => text.ProjectId);
        builder.HasMany(project => project.Kpis).WithOne(kpi => kpi.Project).HasForeignKey(kpi => kpi.ProjectId);
        builder
            .HasMany(project => project.Activities)
            .WithOne(activity => activity.Project)
            .HasForeignKey(activity => activity.ProjectId);
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activities");
        builder.HasIndex(activity => new { activity.ProjectId, activity.Position });
        builder.ComplexProperty(activity => activity.Printed, Columns.Printed);
        builder.Ignore(activity => activity.NewPlan);
        builder
            .HasOne(activity => activity.Budget)
            .WithOne()
            .HasForeignKey<Activity>(activity => activity.Id)
            .HasPrincipalKey<ActivityBudget>(budget => budget.ActivityId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(activity => activity.Parent)
            .WithMany(activity => activity.SubActivities)
            .HasForeignKey(activity => activity.ParentId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProjectOwnerConfiguration : IEntityTypeConfiguration<ProjectOwner>
{
    public void Configure(EntityTypeBuilder<ProjectOwner> builder)
    {
        builder.ToTable("project_owners");
        builder.Restricted(owner => owner.StaffMember, owner => owner.StaffMemberId);
    }
}

internal sealed class FundingSourceConfiguration : IEntityTypeConfiguration<FundingSource>
{
    public void Configure(EntityTypeBuilder<FundingSource> builder)
    {
        builder.ToTable(
            "funding_sources",
            table => table.HasCheckConstraint("ck_funding_sources_amount", "amount >= 0")
        );
        builder.Property(source => source.Amount).IsMoney();
    }
}

internal sealed class ProjectTextConfiguration : IEntityTypeConfiguration<ProjectText>
{
    public void Configure(EntityTypeBuilder<ProjectText> builder) => builder.ToTable("project_texts");
}

internal sealed class ProjectKpiConfiguration : IEntityTypeConfiguration<ProjectKpi>
{
    public void Configure(EntityTypeBuilder<ProjectKpi> builder)
    {
        builder.ToTable("project_kpis");
        builder.Property(kpi => kpi.ResultEntries).HasDefaultValue(0);
        builder.Ignore(kpi => kpi.Achievement);
        builder.Ignore(kpi => kpi.Status);
    }
}
