using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates");
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne(one => one.Enrollment).WithMany().HasForeignKey(one => one.EnrollmentId);
        builder.HasOne(one => one.Offering).WithMany().HasForeignKey(one => one.OfferingId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasIndex(one => one.EnrollmentId).IsUnique().HasFilter("revoked_on IS NULL");
    }
}

internal sealed class CertificateCheckConfiguration : IEntityTypeConfiguration<CertificateCheck>
{
    public void Configure(EntityTypeBuilder<CertificateCheck> builder) => builder.ToView("certificate_checks");
}

internal sealed class AwardProgrammeConfiguration : IEntityTypeConfiguration<AwardProgramme>
{
    public void Configure(EntityTypeBuilder<AwardProgramme> builder)
    {
        builder.ToTable("award_programmes");
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
    }
}

internal sealed class AwardConfiguration : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable("awards");
        builder.Ignore(one => one.InTime);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne(one => one.Programme).WithMany().HasForeignKey(one => one.ProgrammeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder.Restricted(one => one.Category, one => one.CategoryId);
        builder
            .HasOne(one => one.Project)
            .WithMany()
            .HasForeignKey(one => one.ProjectId)
            .OnDelete(DeleteBehavior.SetNull);
        builder.Restricted(one => one.Committee, one => one.CommitteeId);
    }
}

internal sealed class BondRuleConfiguration : IEntityTypeConfiguration<BondRule>
{
    public void Configure(EntityTypeBuilder<BondRule> builder) => builder.ToTable("bond_rules");
}

internal sealed class FurtherStudyConfiguration : IEntityTypeConfiguration<FurtherStudy>
{
    public void Configure(EntityTypeBuilder<FurtherStudy> builder)
    {
        builder.ToTable("further_studies");
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder.Restricted(one => one.Category, one => one.CategoryId);
        builder.Restricted(one => one.BondRule, one => one.BondRuleId);
        builder.HasMany(one => one.Extensions).WithOne().HasForeignKey(one => one.StudyId);
    }
}

internal sealed class StudyExtensionConfiguration : IEntityTypeConfiguration<StudyExtension>
{
    public void Configure(EntityTypeBuilder<StudyExtension> builder) => builder.ToTable("further_study_extensions");
}

internal sealed class InductionProgrammeConfiguration : IEntityTypeConfiguration<InductionProgramme>
{
    public void Configure(EntityTypeBuilder<InductionProgramme> builder)
    {
        builder.ToTable("induction_programmes");
        builder.HasMany(one => one.Steps).WithOne().HasForeignKey(step => step.ProgrammeId);
    }
}

internal sealed class InductionProgrammeStepConfiguration : IEntityTypeConfiguration<InductionProgrammeStep>
{
    public void Configure(EntityTypeBuilder<InductionProgrammeStep> builder) =>
        builder.ToTable("induction_programme_steps");
}

internal sealed class InductionConfiguration : IEntityTypeConfiguration<Induction>
{
    public void Configure(EntityTypeBuilder<Induction> builder)
    {
        builder.ToTable("inductions");
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.MentorId);
        builder.HasOne<Appointment>().WithMany().HasForeignKey(one => one.AppointmentId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder.HasOne(one => one.Category).WithMany().HasForeignKey(one => one.CategoryId);
        builder.HasOne(one => one.Programme).WithMany().HasForeignKey(one => one.ProgrammeId);
        builder.HasMany(one => one.Steps).WithOne().HasForeignKey(step => step.InductionId);
        builder.HasIndex(one => one.PersonId).IsUnique().HasFilter("status = 'IN_PROGRESS'");
    }
}

internal sealed class InductionStepConfiguration : IEntityTypeConfiguration<InductionStep>
{
    public void Configure(EntityTypeBuilder<InductionStep> builder)
    {
        builder.ToTable("induction_steps");
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.MentorId);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
    }
}

internal sealed class HoursRuleConfiguration : IEntityTypeConfiguration<HoursRule>
{
    public void Configure(EntityTypeBuilder<HoursRule> builder) => builder.ToTable("hours_rules");
}

internal sealed class DevelopmentHoursConfiguration : IEntityTypeConfiguration<DevelopmentHours>
{
    public void Configure(EntityTypeBuilder<DevelopmentHours> builder)
    {
        builder.ToView("development_hours");
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne(one => one.Rule).WithMany().HasForeignKey(one => one.RuleId);
    }
}
