using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Application.People.Links;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices");
        builder.HasIndex(office => office.Code).IsUnique();
        builder.HasIndex(office => new { office.Name, office.Id });
        builder.HasMany(office => office.Districts).WithOne().HasForeignKey(district => district.OfficeId);
        builder.HasMany(office => office.OrgUnits).WithOne().HasForeignKey(unit => unit.OfficeId);
        builder
            .HasMany(office => office.Staff)
            .WithOne(member => member.Office)
            .HasForeignKey(member => member.OfficeId);
    }
}

internal sealed class DistrictConfiguration : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder) => builder.ToTable("districts");
}

internal sealed class OrgUnitConfiguration : IEntityTypeConfiguration<OrgUnit>
{
    public void Configure(EntityTypeBuilder<OrgUnit> builder)
    {
        builder.ToTable("org_units");
        builder.HasIndex(unit => new { unit.OfficeId, unit.Number }).IsUnique();
    }
}

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff_members");
        builder.HasIndex(member => new { member.OfficeId, member.Name }).IsUnique();
        builder.HasIndex(member => new { member.Name, member.Id });
        builder.Restricted(member => member.OrgUnit, member => member.OrgUnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffLinkSuggestionConfiguration : IEntityTypeConfiguration<StaffLinkSuggestion>
{
    public void Configure(EntityTypeBuilder<StaffLinkSuggestion> builder) =>
        builder.HasNoKey().ToView("staff_link_suggestions");
}
