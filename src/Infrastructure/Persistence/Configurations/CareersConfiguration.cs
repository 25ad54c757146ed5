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
