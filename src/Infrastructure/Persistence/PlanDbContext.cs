using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence.Configurations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// The plans in PostgreSQL. Tables and columns are snake_case; enums are stored by their API spelling; text sorts in the
/// Thai order of ICU.
/// </summary>
public sealed class PlanDbContext : DbContext
{
    public PlanDbContext(DbContextOptions<PlanDbContext> options)
        : base(options) { }

    public const string ThaiCollation = "th-x-icu";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().UseCollation(ThaiCollation);
        configurationBuilder.Properties<decimal>().HaveColumnType("numeric");
        foreach (var type in typeof(Entity).Assembly.GetExportedTypes().Where(type => type.IsEnum))
            configurationBuilder.Properties(type).HaveConversion(typeof(EnumTextConverter<>).MakeGenericType(type));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlanDbContext).Assembly);
        modelBuilder.HasDbFunction(typeof(SearchText).GetMethod(nameof(SearchText.Fold))!).HasName("fold_text");
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.FindProperty(nameof(Entity.Id)) is { } id)
                id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }
}
