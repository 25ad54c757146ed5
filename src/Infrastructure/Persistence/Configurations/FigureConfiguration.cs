using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal sealed class IndicatorProposalConfiguration : IEntityTypeConfiguration<IndicatorProposal>
{
    public void Configure(EntityTypeBuilder<IndicatorProposal> builder)
    {
        builder.ToTable("indicator_proposals");
        builder.Ignore(one => one.Evidence);
        builder.HasOne(one => one.Office).WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(one => one.IndicatorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ProjectKpi>().WithMany().HasForeignKey(one => one.KpiId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<IndicatorProposal>()
            .WithMany()
            .HasForeignKey(one => one.EarlierId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}
