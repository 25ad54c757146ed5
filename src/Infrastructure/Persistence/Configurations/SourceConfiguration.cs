using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Infrastructure.Persistence.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

/// <summary>Written by <see cref="PlanSourceStore"/>.</summary>
internal sealed class PrintedSourceConfiguration : IEntityTypeConfiguration<PrintedSource>
{
    public void Configure(EntityTypeBuilder<PrintedSource> builder)
    {
        builder.ToTable("sources");
        builder.HasKey(source => new { source.OwnerId, source.Member });
        builder.HasIndex(source => source.PlanId);
        builder.Ignore(source => source.Source);
        builder
            .HasOne<DevelopmentPlan>()
            .WithMany()
            .HasForeignKey(source => source.PlanId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Written by <see cref="PlanSourceStore"/>.</summary>
internal sealed class StoredReadingConfiguration : IEntityTypeConfiguration<StoredReading>
{
    public void Configure(EntityTypeBuilder<StoredReading> builder)
    {
        builder.ToTable("plan_readings");
        builder.HasKey(reading => reading.PlanId);
        builder.Property(reading => reading.PlanId).ValueGeneratedNever();
        builder.Ignore(reading => reading.Reading);
        AsJson(builder.Property(reading => reading.Unread));
        AsJson(builder.Property(reading => reading.Formulas)).HasDefaultValueSql("'[]'");
        AsJson(builder.Property(reading => reading.Listed)).HasDefaultValueSql("'[]'");
        builder
            .HasOne<DevelopmentPlan>()
            .WithOne()
            .HasForeignKey<StoredReading>(reading => reading.PlanId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    private static PropertyBuilder<IReadOnlyList<T>> AsJson<T>(PropertyBuilder<IReadOnlyList<T>> list) =>
        list.HasColumnType("jsonb")
            .HasConversion(
                items => ReadingJson.Write(items),
                json => ReadingJson.Read<T>(json),
                new ValueComparer<IReadOnlyList<T>>(
                    (one, other) => one!.SequenceEqual(other!),
                    items => items.Count,
                    items => items
                )
            );
}

/// <summary>The passages of <see cref="StoredReading"/>, a row each: a view.</summary>
internal sealed class UnreadRowConfiguration : IEntityTypeConfiguration<UnreadRow>
{
    public void Configure(EntityTypeBuilder<UnreadRow> builder) => builder.HasNoKey().ToView("unread_passages");
}

/// <summary>What is kept of a reading as JSON, reasons by their API spelling.</summary>
internal static class ReadingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static string Write<T>(IReadOnlyList<T> items) => JsonSerializer.Serialize(items, Options);

    public static IReadOnlyList<T> Read<T>(string json) => JsonSerializer.Deserialize<IReadOnlyList<T>>(json, Options)!;
}
