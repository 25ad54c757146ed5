using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("findings");
        builder
            .HasIndex(finding => new
            {
                finding.PlanId,
                finding.Rule,
                finding.Place,
            })
            .IsUnique();
        builder.HasOne(finding => finding.Plan).WithMany().HasForeignKey(finding => finding.PlanId);
        builder.Ignore(finding => finding.Message);
        builder.Ignore(finding => finding.Location);
        builder.ComplexProperty(finding => finding.Source, Printed);
    }

    private static void Printed(ComplexPropertyBuilder<Source> source)
    {
        source.Property(at => at.Line).HasColumnName("source_line");
        source.Property(at => at.Table).HasColumnName("source_table");
        source.Property(at => at.Row).HasColumnName("source_row");
        source.Property(at => at.Column).HasColumnName("source_column");
        source.Property(at => at.RawText).HasColumnName("source_text");
        source.Property(at => at.Page).HasColumnName("source_page");
        source.Property(at => at.Paragraph).HasColumnName("source_paragraph");
        source.Property(at => at.Sheet).HasColumnName("source_sheet");
        source.Property(at => at.Cell).HasColumnName("source_cell");
    }
}
