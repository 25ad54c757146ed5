using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class DevelopmentTopicConfiguration : IEntityTypeConfiguration<DevelopmentTopic>
{
    public void Configure(EntityTypeBuilder<DevelopmentTopic> builder) => builder.ToTable("development_topics");
}

internal sealed class CompetencyConfiguration : IEntityTypeConfiguration<Competency>
{
    public void Configure(EntityTypeBuilder<Competency> builder) => builder.ToTable("competencies");
}

internal sealed class DevelopmentMethodConfiguration : IEntityTypeConfiguration<DevelopmentMethod>
{
    public void Configure(EntityTypeBuilder<DevelopmentMethod> builder) => builder.ToTable("development_methods");
}

internal sealed class IndividualDevelopmentPlanConfiguration : IEntityTypeConfiguration<IndividualDevelopmentPlan>
{
    public void Configure(EntityTypeBuilder<IndividualDevelopmentPlan> builder)
    {
        builder.ToTable("individual_development_plans");
        builder.Ignore(plan => plan.Latest);
        builder.HasOne(plan => plan.Person).WithMany().HasForeignKey(plan => plan.PersonId);
        builder.HasOne(plan => plan.Office).WithMany().HasForeignKey(plan => plan.OfficeId);
        builder.HasOne(plan => plan.School).WithMany().HasForeignKey(plan => plan.SchoolId);
        builder
            .HasMany(plan => plan.Revisions)
            .WithOne(revision => revision.Plan)
            .HasForeignKey(revision => revision.IndividualPlanId);
        builder.HasIndex(plan => new { plan.PersonId, plan.FiscalYear }).IsUnique();
    }
}

internal sealed class IndividualPlanRevisionConfiguration : IEntityTypeConfiguration<IndividualPlanRevision>
{
    public void Configure(EntityTypeBuilder<IndividualPlanRevision> builder)
    {
        builder.ToTable("individual_plan_revisions");
        builder.HasOne(revision => revision.Office).WithMany().HasForeignKey(revision => revision.OfficeId);
        builder.HasMany(revision => revision.Assessments).WithOne().HasForeignKey(one => one.RevisionId);
        builder
            .HasMany(revision => revision.Items)
            .WithOne(item => item.Revision)
            .HasForeignKey(item => item.RevisionId);
    }
}

internal sealed class CompetencyAssessmentConfiguration : IEntityTypeConfiguration<CompetencyAssessment>
{
    public void Configure(EntityTypeBuilder<CompetencyAssessment> builder)
    {
        builder.ToTable("competency_assessments");
        builder.HasOne(one => one.Competency).WithMany().HasForeignKey(one => one.CompetencyId);
    }
}

internal sealed class IndividualPlanItemConfiguration : IEntityTypeConfiguration<IndividualPlanItem>
{
    public void Configure(EntityTypeBuilder<IndividualPlanItem> builder)
    {
        builder.ToTable("individual_plan_items");
        builder.HasOne(item => item.Office).WithMany().HasForeignKey(item => item.OfficeId);
        builder.HasOne(item => item.Topic).WithMany().HasForeignKey(item => item.TopicId);
        builder.HasOne(item => item.Competency).WithMany().HasForeignKey(item => item.CompetencyId);
        builder.HasOne(item => item.Method).WithMany().HasForeignKey(item => item.MethodId);
        builder
            .HasOne(item => item.Project)
            .WithMany()
            .HasForeignKey(item => item.ProjectId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class NeedsRoundConfiguration : IEntityTypeConfiguration<NeedsRound>
{
    public void Configure(EntityTypeBuilder<NeedsRound> builder)
    {
        builder.ToTable("needs_rounds");
        builder.HasOne(round => round.Office).WithMany().HasForeignKey(round => round.OfficeId);
        builder.HasMany(round => round.Topics).WithOne().HasForeignKey(topic => topic.RoundId);
        builder.HasIndex(round => new { round.OfficeId, round.FiscalYear }).IsUnique();
    }
}

internal sealed class NeedsRoundTopicConfiguration : IEntityTypeConfiguration<NeedsRoundTopic>
{
    public void Configure(EntityTypeBuilder<NeedsRoundTopic> builder)
    {
        builder.ToTable("needs_round_topics");
        builder.HasOne(one => one.Topic).WithMany().HasForeignKey(one => one.TopicId);
    }
}

internal sealed class NeedsParticipantConfiguration : IEntityTypeConfiguration<NeedsParticipant>
{
    public void Configure(EntityTypeBuilder<NeedsParticipant> builder)
    {
        builder.ToTable("needs_participants");
        builder.HasOne(one => one.Round).WithMany().HasForeignKey(one => one.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne(one => one.Category).WithMany().HasForeignKey(one => one.CategoryId);
        builder.Restricted(one => one.OrgUnit, one => one.OrgUnitId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder
            .HasMany(one => one.Choices)
            .WithOne(choice => choice.Participant)
            .HasForeignKey(choice => choice.ParticipantId);
        builder.HasIndex(one => new { one.RoundId, one.PersonId }).IsUnique();
    }
}

internal sealed class NeedsChoiceConfiguration : IEntityTypeConfiguration<NeedsChoice>
{
    public void Configure(EntityTypeBuilder<NeedsChoice> builder)
    {
        builder.ToTable("needs_choices");
        builder.HasOne(choice => choice.Round).WithMany().HasForeignKey(choice => choice.RoundId);
        builder.HasOne(choice => choice.Office).WithMany().HasForeignKey(choice => choice.OfficeId);
        builder.HasOne(choice => choice.Topic).WithMany().HasForeignKey(choice => choice.TopicId);
    }
}

internal sealed class NeedsResultConfiguration : IEntityTypeConfiguration<NeedsResult>
{
    public void Configure(EntityTypeBuilder<NeedsResult> builder)
    {
        builder.ToTable("needs_results");
        builder.HasOne<NeedsRound>().WithMany().HasForeignKey(result => result.RoundId);
        builder.HasMany(result => result.Topics).WithOne().HasForeignKey(topic => topic.ResultId);
        builder.HasIndex(result => result.RoundId).IsUnique();
    }
}

internal sealed class NeedsResultTopicConfiguration : IEntityTypeConfiguration<NeedsResultTopic>
{
    public void Configure(EntityTypeBuilder<NeedsResultTopic> builder)
    {
        builder.ToTable("needs_result_topics");
        builder.HasOne(one => one.Topic).WithMany().HasForeignKey(one => one.TopicId);
    }
}
