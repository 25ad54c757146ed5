using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Development;

/// <summary>An entry of a catalogue of the ministry, with the days on which it is in use and the rule behind it.</summary>
public abstract class CatalogueEntry : Entity
{
    private protected CatalogueEntry() { }

    /// <summary>Stable: "CLASSROOM_RESEARCH".</summary>
    public string Code { get; private init; } = "";

    /// <summary>In Thai.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Null if it is as old as any plan.</summary>
    public DateOnly? ValidFrom { get; private init; }

    /// <summary>The last day; null if it is still in use.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>The document that defines it.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Whether it is in use on some day of the year.</summary>
    public bool IsUsedIn(FiscalYear year) => !(year.EndsOn < ValidFrom) && !(ValidTo < year.StartsOn);
}

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
