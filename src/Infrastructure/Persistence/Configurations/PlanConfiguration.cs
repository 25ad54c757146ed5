using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class StrategicPlanConfiguration : IEntityTypeConfiguration<StrategicPlan>
{
    public void Configure(EntityTypeBuilder<StrategicPlan> builder)
    {
        builder.ToTable("strategic_plans");
        builder.HasIndex(plan => new { plan.OfficeId, plan.FirstFiscalYear }).IsUnique();
        builder.HasOne(plan => plan.Office).WithMany().HasForeignKey(plan => plan.OfficeId);
        builder.HasMany(plan => plan.Texts).WithOne().HasForeignKey(text => text.StrategicPlanId);
        builder
            .HasMany(plan => plan.Strategies)
            .WithOne(strategy => strategy.StrategicPlan)
            .HasForeignKey(strategy => strategy.StrategicPlanId);
    }
}

internal sealed class StrategicPlanTextConfiguration : IEntityTypeConfiguration<StrategicPlanText>
{
    public void Configure(EntityTypeBuilder<StrategicPlanText> builder) => builder.ToTable("strategic_plan_texts");
}

internal sealed class StrategyConfiguration : IEntityTypeConfiguration<Strategy>
{
    public void Configure(EntityTypeBuilder<Strategy> builder)
    {
        builder.ToTable("strategies");
        builder.HasIndex(strategy => new { strategy.StrategicPlanId, strategy.Number }).IsUnique();
        builder.HasMany(strategy => strategy.Objectives).WithOne().HasForeignKey(text => text.StrategyId);
        builder.HasMany(strategy => strategy.Guidelines).WithOne().HasForeignKey(guideline => guideline.StrategyId);
        builder
            .HasMany(strategy => strategy.Indicators)
            .WithOne(indicator => indicator.Strategy)
            .HasForeignKey(indicator => indicator.StrategyId);
    }
}

internal sealed class StrategyTextConfiguration : IEntityTypeConfiguration<StrategyText>
{
    public void Configure(EntityTypeBuilder<StrategyText> builder) => builder.ToTable("strategy_texts");
}

internal sealed class GuidelineConfiguration : IEntityTypeConfiguration<Guideline>
{
    public void Configure(EntityTypeBuilder<Guideline> builder) => builder.ToTable("guidelines");
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators");
        builder.HasIndex(indicator => new { indicator.StrategyId, indicator.Number }).IsUnique();
        builder.HasIndex(indicator => new { indicator.Name, indicator.Id });
        builder.Ignore(indicator => indicator.Baseline);
        builder.Property(indicator => indicator.OwnDirection).HasDefaultValue(IndicatorDirection.HigherIsBetter);
        builder.Property(indicator => indicator.Direction).HasDefaultValue(IndicatorDirection.HigherIsBetter);
        builder.Restricted(indicator => indicator.Definition, indicator => indicator.DefinitionId);
        builder.HasMany(indicator => indicator.Targets).WithOne().HasForeignKey(target => target.IndicatorId);
    }
}

internal sealed class IndicatorTargetConfiguration : IEntityTypeConfiguration<IndicatorTarget>
{
    public void Configure(EntityTypeBuilder<IndicatorTarget> builder)
    {
        builder.ToTable("indicator_targets");
        builder.HasIndex(target => new { target.IndicatorId, target.FiscalYear }).IsUnique();
        builder.Property(target => target.Direction).HasDefaultValue(IndicatorDirection.HigherIsBetter);
        builder.Property(target => target.ResultEntries).HasDefaultValue(0);
        builder.Ignore(target => target.Achievement);
        builder.Ignore(target => target.Status);
    }
}

internal sealed class DevelopmentPlanConfiguration : IEntityTypeConfiguration<DevelopmentPlan>
{
    public void Configure(EntityTypeBuilder<DevelopmentPlan> builder)
    {
        builder.ToTable("development_plans");
        builder.HasIndex(plan => new { plan.OfficeId, plan.FiscalYear }).IsUnique();
        builder.HasIndex(plan => new { plan.FiscalYear, plan.Id });
        builder.HasOne(plan => plan.Office).WithMany().HasForeignKey(plan => plan.OfficeId);
        builder
            .HasOne<StrategicPlan>()
            .WithMany()
            .HasForeignKey(plan => plan.StrategicPlanId)
            .OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(plan => plan.Texts).WithOne().HasForeignKey(text => text.DevelopmentPlanId);
        builder.HasMany(plan => plan.Sections).WithOne().HasForeignKey(section => section.DevelopmentPlanId);
        builder.HasMany(plan => plan.Calendar).WithOne().HasForeignKey(step => step.DevelopmentPlanId);
        builder
            .HasMany(plan => plan.Projects)
            .WithOne(project => project.Plan)
            .HasForeignKey(project => project.PlanId);
        builder.HasMany(plan => plan.NeedsSurveys).WithOne().HasForeignKey(survey => survey.PlanId);
        builder
            .HasMany(plan => plan.Datasets)
            .WithOne(dataset => dataset.Plan)
            .HasForeignKey(dataset => dataset.PlanId);
    }
}

internal sealed class DevelopmentPlanTextConfiguration : IEntityTypeConfiguration<DevelopmentPlanText>
{
    public void Configure(EntityTypeBuilder<DevelopmentPlanText> builder) => builder.ToTable("development_plan_texts");
}

internal sealed class PlanSectionConfiguration : IEntityTypeConfiguration<PlanSection>
{
    public void Configure(EntityTypeBuilder<PlanSection> builder)
    {
        builder.ToTable("plan_sections");
        builder.HasMany(section => section.Items).WithOne().HasForeignKey(text => text.PlanSectionId);
    }
}

internal sealed class PlanSectionTextConfiguration : IEntityTypeConfiguration<PlanSectionText>
{
    public void Configure(EntityTypeBuilder<PlanSectionText> builder) => builder.ToTable("plan_section_texts");
}

internal sealed class CalendarStepConfiguration : IEntityTypeConfiguration<CalendarStep>
{
    public void Configure(EntityTypeBuilder<CalendarStep> builder) => builder.ToTable("calendar_steps");
}
