namespace TeacherDevPlan.Domain.Vocabulary;

public enum OfficeKind
{
    Primary,
    Secondary,
}
