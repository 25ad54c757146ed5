using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// One office's plan of one fiscal year as stated in its document: the content of a plan file. Amounts and totals are
/// as printed and may contradict each other; null means that nothing is printed. The format is described in
/// docs/plan-file.md.
/// </summary>
public sealed record PlanFile(
    OfficeDocument Office,
    StrategicPlanDocument StrategicPlan,
    DevelopmentPlanDocument DevelopmentPlan
)
{
    public IReadOnlyList<NeedsSurveyDocument> NeedsSurveys { get; init; } = [];

    public IReadOnlyList<DatasetDocument> Datasets { get; init; } = [];

    /// <summary>
    /// Whether there is anything in it to publish: an approved project. Otherwise the plan is a draft, even if the file
    /// is published.
    /// </summary>
    public bool HasApproved => DevelopmentPlan.Projects.Any(project => project.Status.IsPublished());

    /// <summary>Where the parts are printed, if the file was read from a document.</summary>
    public SourceMap Sources { get; init; } = new();

    /// <summary>How much of the document was read; null if the file was not read from one.</summary>
    public PlanReading? Reading { get; init; }
}

public sealed record OfficeDocument(
    string Code,
    string Name,
    OfficeKind Kind,
    string Province,
    IReadOnlyList<string> Districts,
    IReadOnlyList<OrgUnitDocument> OrgUnits
)
{
    public IReadOnlyList<StaffMemberDocument> Staff { get; init; } = [];
}

public sealed record OrgUnitDocument(int Number, string Name);

public sealed record StaffMemberDocument(
    string Name,
    string Position,
    int? OrgUnit,
    AcademicStanding? AcademicStanding
);

public sealed record StrategicPlanDocument(
    int FirstFiscalYear,
    int LastFiscalYear,
    string? Vision,
    string? Values,
    IReadOnlyList<StrategyDocument> Strategies
)
{
    public IReadOnlyList<NumberedTextDocument> Missions { get; init; } = [];

    public IReadOnlyList<NumberedTextDocument> Goals { get; init; } = [];

    public IReadOnlyList<NumberedTextDocument> SuccessFactors { get; init; } = [];
}

public sealed record StrategyDocument(int Number, string Name)
{
    public IReadOnlyList<NumberedTextDocument> Objectives { get; init; } = [];

    public IReadOnlyList<IndicatorDocument> Indicators { get; init; } = [];

    public IReadOnlyList<GuidelineDocument> Guidelines { get; init; } = [];
}

public sealed record IndicatorDocument(
    int Number,
    string Name,
    string Unit,
    ResponsibleLevel Level,
    IReadOnlyList<IndicatorTargetDocument> Targets
)
{
    /// <summary>Whether higher or lower results are better; null if not stated.</summary>
    public IndicatorDirection? Direction { get; init; }

    /// <summary>The baseline; null if not stated.</summary>
    public IndicatorBaseline? Baseline { get; init; }
}

public sealed record IndicatorTargetDocument(int FiscalYear, decimal Target);

public sealed record GuidelineDocument(int Number, string? Heading, string Text, ResponsibleLevel Level);

public sealed record DevelopmentPlanDocument(int FiscalYear, string Title, IReadOnlyList<ProjectDocument> Projects)
{
    public IReadOnlyList<NumberedTextDocument> FocusPoints { get; init; } = [];

    /// <summary>The office's development needs (ความต้องการในการพัฒนา), by field.</summary>
    public IReadOnlyList<NumberedTextDocument> Needs { get; init; } = [];

    public IReadOnlyList<CalendarStepDocument> Calendar { get; init; } = [];

    /// <summary>Running text that belongs to no other field, by heading.</summary>
    public IReadOnlyList<SectionDocument> Sections { get; init; } = [];
}

/// <summary>A heading of the document and the text below it, up to the next heading.</summary>
/// <param name="Number">The number as printed, with Arabic digits: "2.4.1"; null if none is printed.</param>
/// <param name="Level">The depth, from 1: a part (ส่วนที่) has level 1.</param>
/// <param name="Items">Paragraphs and list items; an item without a printed number has its position as number.</param>
public sealed record SectionDocument(
    string? Number,
    string Heading,
    int Level,
    IReadOnlyList<NumberedTextDocument> Items
);

/// <summary>Months as "2022-10", Gregorian.</summary>
public sealed record CalendarStepDocument(int Number, string Name, IReadOnlyList<string> Months);

public sealed record NeedsSurveyDocument(
    DateOnly SurveyedOn,
    int Respondents,
    IReadOnlyList<SurveyTopicDocument> Topics
);

public sealed record SurveyTopicDocument(int Number, string Name, int Demand, decimal Percentage);

public sealed record DatasetDocument(
    string Code,
    string Title,
    DateOnly? AsOf,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<ObservationDocument> Observations,
    bool PersonalData = false
);

public sealed record ObservationDocument(IReadOnlyList<string> At, decimal? Value, string Text, bool Total = false);
