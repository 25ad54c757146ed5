using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

/// <summary>How money is stored: numeric(14,2), exact to the satang.</summary>
internal static class Columns
{
    private const string Money = "numeric(14,2)";

    /// <summary>What entries add up to may be larger than any of them.</summary>
    private const string Sum = "numeric(18,2)";

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

    public static void Balance(ComplexPropertyBuilder<Balance> balance)
    {
        Quarters(balance.ComplexProperty(figures => figures.Planned), "planned");
        Quarters(balance.ComplexProperty(figures => figures.TransferredIn), "transferred_in");
        Quarters(balance.ComplexProperty(figures => figures.TransferredOut), "transferred_out");
        Quarters(balance.ComplexProperty(figures => figures.Disbursed), "disbursed");
        balance.Property(figures => figures.Committed).HasColumnName("committed").HasColumnType(Sum);
        balance.Ignore(figures => figures.Revised);
        balance.Ignore(figures => figures.Available);
        balance.Ignore(figures => figures.DisbursementRate);
    }

    public static void Reported(ComplexPropertyBuilder<ReportedMoney> money)
    {
        money.Property(figures => figures.Planned).HasColumnName("planned").HasColumnType(Sum);
        money.Property(figures => figures.Revised).HasColumnName("revised").HasColumnType(Sum);
        money.Property(figures => figures.RevisedToDate).HasColumnName("revised_to_date").HasColumnType(Sum);
        money.Property(figures => figures.PaidInQuarter).HasColumnName("paid_in_quarter").HasColumnType(Sum);
        money.Property(figures => figures.PaidToDate).HasColumnName("paid_to_date").HasColumnType(Sum);
        money.Property(figures => figures.Committed).HasColumnName("committed").HasColumnType(Sum);
        money.Property(figures => figures.Remaining).HasColumnName("remaining").HasColumnType(Sum);
        money.Property(figures => figures.Rate).HasColumnName("rate");
    }

    /// <summary>What the columns of the quarters add up to, which the database keeps.</summary>
    public static void IsTotal(this PropertyBuilder<decimal> property, string prefix) =>
        property.HasColumnName($"{prefix}_total").HasColumnType(Sum).ValueGeneratedOnAddOrUpdate();

    private static void Quarters(ComplexPropertyBuilder<QuarterAmounts> amounts, string prefix)
    {
        amounts.Property(quarters => quarters.Q1).HasColumnName($"{prefix}_q1").HasColumnType(Sum);
        amounts.Property(quarters => quarters.Q2).HasColumnName($"{prefix}_q2").HasColumnType(Sum);
        amounts.Property(quarters => quarters.Q3).HasColumnName($"{prefix}_q3").HasColumnType(Sum);
        amounts.Property(quarters => quarters.Q4).HasColumnName($"{prefix}_q4").HasColumnType(Sum);
        amounts.Ignore(quarters => quarters.Total);
    }
}
