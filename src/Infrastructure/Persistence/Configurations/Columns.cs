using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

/// <summary>How money is stored: numeric(14,2), exact to the satang.</summary>
internal static class Columns
{
    private const string Money = "numeric(14,2)";

    public static PropertyBuilder<decimal> IsMoney(this PropertyBuilder<decimal> property) =>
        property.HasColumnType(Money);

    public static void Printed(ComplexPropertyBuilder<PrintedAmounts> printed)
    {
        printed.Property(amounts => amounts.Q1).HasColumnName("printed_q1").HasColumnType(Money);
        printed.Property(amounts => amounts.Q2).HasColumnName("printed_q2").HasColumnType(Money);
        printed.Property(amounts => amounts.Q3).HasColumnName("printed_q3").HasColumnType(Money);
        printed.Property(amounts => amounts.Q4).HasColumnName("printed_q4").HasColumnType(Money);
        printed.Property(amounts => amounts.Total).HasColumnName("printed_total").HasColumnType(Money);
    }

    public static void Quarters(ComplexPropertyBuilder<QuarterAmounts> planned)
    {
        planned.Property(amounts => amounts.Q1).HasColumnName("planned_q1").IsMoney();
        planned.Property(amounts => amounts.Q2).HasColumnName("planned_q2").IsMoney();
        planned.Property(amounts => amounts.Q3).HasColumnName("planned_q3").IsMoney();
        planned.Property(amounts => amounts.Q4).HasColumnName("planned_q4").IsMoney();
    }

    private static ComplexTypePropertyBuilder<decimal> IsMoney(this ComplexTypePropertyBuilder<decimal> property) =>
        property.HasColumnType(Money);
}
