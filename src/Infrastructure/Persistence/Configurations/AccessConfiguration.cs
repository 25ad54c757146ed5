using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_tokens");
        builder.PrimitiveCollection(token => token.Roles).ElementType().HasConversion(new EnumTextConverter<Role>());
        builder.HasIndex(token => token.Digest).IsUnique();
    }
}

/// <summary>Its table is made by a migration that is SQL.</summary>
internal sealed class AuditRecordConfiguration : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("audit_records", table => table.ExcludeFromMigrations());
        builder.PrimitiveCollection(record => record.Roles).ElementType().HasConversion(new EnumTextConverter<Role>());
        builder.Property(record => record.Before).HasColumnType("jsonb");
        builder.Property(record => record.After).HasColumnType("jsonb");
    }
}
