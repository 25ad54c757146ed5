namespace TeacherDevPlan.Domain.Common;

/// <summary>Something that belongs to one fiscal year (Buddhist era).</summary>
public interface IOfFiscalYear
{
    int FiscalYear { get; }
}
