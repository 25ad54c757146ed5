namespace TeacherDevPlan.Domain.Common;

/// <summary>An object that belongs to one fiscal year (Buddhist era).</summary>
public interface IOfFiscalYear
{
    int FiscalYear { get; }
}
