namespace TeacherDevPlan.Domain.Common;

/// <summary>Something that tells of a person in some cases only.</summary>
public interface IMayBePersonal
{
    bool IsPersonal { get; }
}
