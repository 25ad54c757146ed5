using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>The classes of expenditure for which the government sets disbursement targets.</summary>
public enum ExpenseClass
{
    /// <summary>All expenditure (ภาพรวม).</summary>
    Overall,

    /// <summary>รายจ่ายประจำ.</summary>
    Recurrent,

    /// <summary>รายจ่ายลงทุน.</summary>
    Investment,
}

/// <summary>
/// The percentage of a fiscal year's budget that the government wants to be paid by the end of a quarter
/// (เป้าหมายการเบิกจ่าย). A resolution of the cabinet sets the targets anew each year, so they are data, and each names
/// its source.
/// </summary>
public sealed class DisbursementTarget : Entity
{
    private DisbursementTarget() { }

    public DisbursementTarget(int fiscalYear, FiscalQuarter quarter, ExpenseClass expenseClass) =>
        (FiscalYear, Quarter, ExpenseClass) = (fiscalYear, quarter, expenseClass);

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    public FiscalQuarter Quarter { get; private init; }

    public ExpenseClass ExpenseClass { get; private init; }

    /// <summary>
    /// Percentage of the year's budget, counted from its first day to the last day of the quarter, 0 to 100.
    /// </summary>
    public decimal CumulativePercent { get; private set; }

    /// <summary>The resolution or circular that sets it.</summary>
    public string Source { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public void Set(decimal cumulativePercent, string source, DateTimeOffset at, string actor) =>
        (CumulativePercent, Source, RecordedAt, RecordedBy) = (cumulativePercent, source, at, actor);
}
