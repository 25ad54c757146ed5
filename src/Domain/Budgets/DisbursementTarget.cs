using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>The classes of expenditure that the government sets disbursement targets for.</summary>
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
/// How much of a fiscal year's budget the government wants paid by the end of a quarter (เป้าหมายการเบิกจ่าย). They are set
/// anew each year by resolution of the cabinet, so they are data and each names its source.
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

    /// <summary>Of the year's budget, from its first day to the quarter's last, 0 to 100.</summary>
    public decimal CumulativePercent { get; private set; }

    /// <summary>The resolution or circular that sets it.</summary>
    public string Source { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public void Set(decimal cumulativePercent, string source, DateTimeOffset at, string actor) =>
        (CumulativePercent, Source, RecordedAt, RecordedBy) = (cumulativePercent, source, at, actor);
}
