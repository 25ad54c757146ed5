namespace TeacherDevPlan.Domain.Common;

/// <summary>An object that contains personal data in some cases only.</summary>
public interface IMayBePersonal
{
    bool IsPersonal { get; }
}
