using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class QuestionnaireConfiguration : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.ToTable("questionnaires");
        builder.HasOne(one => one.Offering).WithMany().HasForeignKey(one => one.OfferingId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasMany(one => one.Items).WithOne().HasForeignKey(item => item.QuestionnaireId);
        builder.HasIndex(one => one.OfferingId).IsUnique();
    }
}

internal sealed class QuestionnaireItemConfiguration : IEntityTypeConfiguration<QuestionnaireItem>
{
    public void Configure(EntityTypeBuilder<QuestionnaireItem> builder) => builder.ToTable("questionnaire_items");
}

internal sealed class QuestionnaireAnswerConfiguration : IEntityTypeConfiguration<QuestionnaireAnswer>
{
    public void Configure(EntityTypeBuilder<QuestionnaireAnswer> builder)
    {
        builder.ToTable("questionnaire_answers");
        builder.HasOne(one => one.Questionnaire).WithMany().HasForeignKey(one => one.QuestionnaireId);
        builder.HasOne(one => one.Enrollment).WithMany().HasForeignKey(one => one.EnrollmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasIndex(one => new { one.QuestionnaireId, one.EnrollmentId }).IsUnique();
    }
}

internal sealed class QuestionnaireResultConfiguration : IEntityTypeConfiguration<QuestionnaireResult>
{
    public void Configure(EntityTypeBuilder<QuestionnaireResult> builder)
    {
        builder.ToTable("questionnaire_results");
        builder.HasOne<Questionnaire>().WithMany().HasForeignKey(result => result.QuestionnaireId);
        builder.HasOne(result => result.Band).WithMany().HasForeignKey(result => result.BandId);
        builder.HasMany(result => result.Items).WithOne().HasForeignKey(item => item.ResultId);
        builder.HasMany(result => result.Comments).WithOne().HasForeignKey(comment => comment.ResultId);
        builder.HasIndex(result => result.QuestionnaireId).IsUnique();
    }
}

internal sealed class QuestionnaireItemResultConfiguration : IEntityTypeConfiguration<QuestionnaireItemResult>
{
    public void Configure(EntityTypeBuilder<QuestionnaireItemResult> builder)
    {
        builder.ToTable("questionnaire_item_results");
        builder.HasOne(item => item.Band).WithMany().HasForeignKey(item => item.BandId);
    }
}

internal sealed class QuestionnaireCommentConfiguration : IEntityTypeConfiguration<QuestionnaireComment>
{
    public void Configure(EntityTypeBuilder<QuestionnaireComment> builder)
    {
        builder.ToTable("questionnaire_comments");
        builder.HasOne<Questionnaire>().WithMany().HasForeignKey(comment => comment.QuestionnaireId);
    }
}

internal sealed class SatisfactionScaleConfiguration : IEntityTypeConfiguration<SatisfactionScale>
{
    public void Configure(EntityTypeBuilder<SatisfactionScale> builder)
    {
        builder.ToTable("satisfaction_scales");
        builder.HasMany(scale => scale.Bands).WithOne(band => band.Scale).HasForeignKey(band => band.ScaleId);
    }
}

internal sealed class SatisfactionBandConfiguration : IEntityTypeConfiguration<SatisfactionBand>
{
    public void Configure(EntityTypeBuilder<SatisfactionBand> builder) => builder.ToTable("satisfaction_bands");
}

internal sealed class ApplicationPlanConfiguration : IEntityTypeConfiguration<ApplicationPlan>
{
    public void Configure(EntityTypeBuilder<ApplicationPlan> builder)
    {
        builder.ToTable("application_plans");
        builder.HasOne<Offering>().WithMany().HasForeignKey(plan => plan.OfferingId);
        builder.HasIndex(plan => plan.OfferingId).IsUnique();
    }
}

internal sealed class ApplicationAssessmentConfiguration : IEntityTypeConfiguration<ApplicationAssessment>
{
    public void Configure(EntityTypeBuilder<ApplicationAssessment> builder)
    {
        builder.ToTable("application_assessments");
        builder.Ignore(one => one.Reached);
        builder.HasOne(one => one.Enrollment).WithMany().HasForeignKey(one => one.EnrollmentId);
        builder.HasOne(one => one.Offering).WithMany().HasForeignKey(one => one.OfferingId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasMany(one => one.Revisions).WithOne().HasForeignKey(one => one.AssessmentId);
    }
}

internal sealed class ApplicationRevisionConfiguration : IEntityTypeConfiguration<ApplicationRevision>
{
    public void Configure(EntityTypeBuilder<ApplicationRevision> builder) => builder.ToTable("application_revisions");
}
