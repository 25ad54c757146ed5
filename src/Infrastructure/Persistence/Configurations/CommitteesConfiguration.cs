using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class CommitteeConfiguration : IEntityTypeConfiguration<Committee>
{
    public void Configure(EntityTypeBuilder<Committee> builder)
    {
        builder.ToTable("committees");
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder
            .HasMany(one => one.Members)
            .WithOne(member => member.Committee)
            .HasForeignKey(member => member.CommitteeId);
    }
}

internal sealed class CommitteeMemberConfiguration : IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.ToTable("committee_members");
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasIndex(one => new { one.CommitteeId, one.PersonId }).IsUnique();
    }
}

internal sealed class MonitoringVisitConfiguration : IEntityTypeConfiguration<MonitoringVisit>
{
    public void Configure(EntityTypeBuilder<MonitoringVisit> builder)
    {
        builder.ToTable("monitoring_visits");
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder
            .HasOne(one => one.Project)
            .WithMany()
            .HasForeignKey(one => one.ProjectId)
            .OnDelete(DeleteBehavior.SetNull);
        builder.Restricted(one => one.Offering, one => one.OfferingId);
        builder.Restricted(one => one.Committee, one => one.CommitteeId);
        builder.Restricted(one => one.School, one => one.SchoolId);
    }
}
