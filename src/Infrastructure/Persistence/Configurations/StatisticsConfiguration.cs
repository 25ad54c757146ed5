using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class DatasetConfiguration : IEntityTypeConfiguration<Dataset>
{
    public void Configure(EntityTypeBuilder<Dataset> builder)
    {
        builder.ToTable("datasets");
        builder.HasIndex(dataset => new { dataset.PlanId, dataset.Code }).IsUnique();
        builder.HasOne(dataset => dataset.Office).WithMany().HasForeignKey(dataset => dataset.OfficeId);
        builder.HasMany(dataset => dataset.Observations).WithOne().HasForeignKey(observation => observation.DatasetId);
    }
}

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("observations");
        builder.HasMany(observation => observation.Coordinates).WithOne().HasForeignKey(at => at.ObservationId);
    }
}

internal sealed class CoordinateConfiguration : IEntityTypeConfiguration<Coordinate>
{
    public void Configure(EntityTypeBuilder<Coordinate> builder) => builder.ToTable("coordinates");
}

internal sealed class NeedsSurveyConfiguration : IEntityTypeConfiguration<NeedsSurvey>
{
    public void Configure(EntityTypeBuilder<NeedsSurvey> builder)
    {
        builder.ToTable("needs_surveys");
        builder.HasIndex(survey => new { survey.PlanId, survey.SurveyedOn }).IsUnique();
        builder.HasOne<Office>().WithMany().HasForeignKey(survey => survey.OfficeId);
        builder.HasMany(survey => survey.Topics).WithOne().HasForeignKey(topic => topic.NeedsSurveyId);
    }
}

internal sealed class SurveyTopicConfiguration : IEntityTypeConfiguration<SurveyTopic>
{
    public void Configure(EntityTypeBuilder<SurveyTopic> builder) => builder.ToTable("survey_topics");
}
