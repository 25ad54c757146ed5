using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;
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
    private static readonly ValueComparer<IReadOnlyList<UnreadPassage>> SamePassages = new(
        (one, other) => one!.SequenceEqual(other!),
        passages => passages.Count,
        passages => passages
    );

    public void Configure(EntityTypeBuilder<StoredReading> builder)
    {
        builder.ToTable("plan_readings");
        builder.HasKey(reading => reading.PlanId);
        builder.Property(reading => reading.PlanId).ValueGeneratedNever();
        builder.Ignore(reading => reading.Reading);
        builder
            .Property(reading => reading.Unread)
            .HasColumnType("jsonb")
            .HasConversion(passages => PassagesJson.Write(passages), json => PassagesJson.Read(json), SamePassages);
        builder
            .HasOne<DevelopmentPlan>()
            .WithOne()
            .HasForeignKey<StoredReading>(reading => reading.PlanId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The passages of <see cref="StoredReading"/>, a row each: a view.</summary>
internal sealed class UnreadRowConfiguration : IEntityTypeConfiguration<UnreadRow>
{
    public void Configure(EntityTypeBuilder<UnreadRow> builder) => builder.HasNoKey().ToView("unread_passages");
}

/// <summary>Unread passages as JSON, reasons by their API spelling.</summary>
internal static class PassagesJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static string Write(IReadOnlyList<UnreadPassage> passages) => JsonSerializer.Serialize(passages, Options);

    public static IReadOnlyList<UnreadPassage> Read(string json) =>
        JsonSerializer.Deserialize<IReadOnlyList<UnreadPassage>>(json, Options)!;
}
