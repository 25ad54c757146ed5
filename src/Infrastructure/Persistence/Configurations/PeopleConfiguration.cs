using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class SchoolNetworkConfiguration : IEntityTypeConfiguration<SchoolNetwork>
{
    public void Configure(EntityTypeBuilder<SchoolNetwork> builder)
    {
        builder.ToTable("school_networks");
        builder.HasOne(network => network.Office).WithMany().HasForeignKey(network => network.OfficeId);
        builder.HasIndex(network => new { network.OfficeId, network.Name }).IsUnique();
    }
}

internal sealed class SchoolConfiguration : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.ToTable("schools");
        builder.HasOne(school => school.Office).WithMany().HasForeignKey(school => school.OfficeId);
        builder.Restricted(school => school.Network, school => school.NetworkId);
        builder.HasIndex(school => school.Code).IsUnique();
    }
}

internal sealed class StaffCategoryConfiguration : IEntityTypeConfiguration<StaffCategory>
{
    public void Configure(EntityTypeBuilder<StaffCategory> builder) => builder.ToTable("staff_categories");
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasOne(person => person.Office).WithMany().HasForeignKey(person => person.OfficeId);
        builder.Restricted(person => person.OrgUnit, person => person.OrgUnitId);
        builder.Restricted(person => person.School, person => person.SchoolId);
        builder.HasMany(person => person.Names).WithOne().HasForeignKey(name => name.PersonId);
        builder.HasMany(person => person.Appointments).WithOne().HasForeignKey(one => one.PersonId);
        builder
            .HasIndex(person => new { person.OfficeId, person.IdentityDigest })
            .IsUnique()
            .HasFilter("identity_digest IS NOT NULL AND merged_into_id IS NULL");
        builder
            .HasIndex(person => new { person.OfficeId, person.StaffNumber })
            .IsUnique()
            .HasFilter("merged_into_id IS NULL");
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(person => person.MergedIntoId)
            .OnDelete(DeleteBehavior.Restrict);
        // What was merged is nobody any more, for whatever reads people by this model.
        builder.HasQueryFilter(person => person.MergedIntoId == null);
    }
}

internal sealed class HeldNameConfiguration : IEntityTypeConfiguration<HeldName>
{
    public void Configure(EntityTypeBuilder<HeldName> builder) => builder.ToTable("held_names");
}

internal sealed class PersonMergeConfiguration : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.ToTable("person_merges");
        builder.HasOne<Person>().WithMany().HasForeignKey(merge => merge.KeptId);
        builder.HasOne<Person>().WithMany().HasForeignKey(merge => merge.DuplicateId);
        builder.HasIndex(merge => merge.DuplicateId).IsUnique().HasFilter("undone_at IS NULL");
    }
}

internal sealed class DuplicatePairConfiguration : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> builder) => builder.ToView("duplicate_pairs");
}

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointments");
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.Restricted(one => one.OrgUnit, one => one.OrgUnitId);
        builder.Restricted(one => one.School, one => one.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.SupervisorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(one => one.Category).WithMany().HasForeignKey(one => one.CategoryId);
    }
}

internal sealed class CorrectionRequestConfiguration : IEntityTypeConfiguration<CorrectionRequest>
{
    public void Configure(EntityTypeBuilder<CorrectionRequest> builder)
    {
        builder.ToTable("correction_requests");
        builder.HasOne<Person>().WithMany().HasForeignKey(request => request.PersonId);
        builder.HasOne<Office>().WithMany().HasForeignKey(request => request.OfficeId);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasOne<Person>().WithOne().HasForeignKey<Invitation>(invitation => invitation.PersonId);
        builder.HasIndex(invitation => invitation.Digest).IsUnique();
    }
}

internal sealed class PersonAccountConfiguration : IEntityTypeConfiguration<PersonAccount>
{
    public void Configure(EntityTypeBuilder<PersonAccount> builder)
    {
        builder.ToTable("person_accounts");
        builder.HasOne<Person>().WithOne().HasForeignKey<PersonAccount>(account => account.PersonId);
        builder.HasIndex(account => account.Caller).IsUnique();
    }
}

internal sealed class RecordReadingConfiguration : IEntityTypeConfiguration<RecordReading>
{
    public void Configure(EntityTypeBuilder<RecordReading> builder)
    {
        builder.ToTable("record_readings");
        builder.HasOne<Person>().WithMany().HasForeignKey(reading => reading.PersonId);
    }
}

internal sealed class PeopleFigureConfiguration : IEntityTypeConfiguration<PeopleFigure>
{
    public void Configure(EntityTypeBuilder<PeopleFigure> builder)
    {
        builder.ToTable("people_figures");
        builder.HasOne(figure => figure.Office).WithMany().HasForeignKey(figure => figure.OfficeId);
    }
}
