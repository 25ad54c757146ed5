using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Development;

/// <summary>A topic that people can be developed in (เรื่องที่ต้องการพัฒนา), as surveys of needs list it.</summary>
public sealed class DevelopmentTopic : CatalogueEntry
{
    private DevelopmentTopic() { }
}

/// <summary>A competency (สมรรถนะ) that people assess themselves by.</summary>
public sealed class Competency : CatalogueEntry
{
    private Competency() { }

    public CompetencyKind Kind { get; private init; }
}

/// <summary>Core competencies (สมรรถนะหลัก) or functional ones (สมรรถนะประจำสายงาน).</summary>
public enum CompetencyKind
{
    Core,
    Functional,
}

/// <summary>A way to develop somebody (วิธีการพัฒนา): training, coaching, further study …</summary>
public sealed class DevelopmentMethod : CatalogueEntry
{
    private DevelopmentMethod() { }
}
