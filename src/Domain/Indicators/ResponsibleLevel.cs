namespace TeacherDevPlan.Domain.Indicators;

/// <summary>Who is to act: the office (สพท.), its schools (โรงเรียน), or both.</summary>
public enum ResponsibleLevel
{
    Office,
    School,
    OfficeAndSchool,
}
