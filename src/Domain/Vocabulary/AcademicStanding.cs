namespace TeacherDevPlan.Domain.Vocabulary;

/// <summary>Academic standing (วิทยฐานะ): ชำนาญการ, ชำนาญการพิเศษ, เชี่ยวชาญ, เชี่ยวชาญพิเศษ.</summary>
public enum AcademicStanding
{
    Professional,
    SeniorProfessional,
    Expert,
    Advisory,
}
