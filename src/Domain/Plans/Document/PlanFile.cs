using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// One office's plan of one fiscal year as its document states it: the content of a plan file. Money and totals are as
/// printed, so that they may disagree; null where nothing is printed. The format is described in docs/plan-file.md.
/// </summary>
public sealed record PlanFile(
    OfficeDocument Office,
    StrategicPlanDocument StrategicPlan,
    DevelopmentPlanDocument DevelopmentPlan
)
{
    public IReadOnlyList<NeedsSurveyDocument> NeedsSurveys { get; init; } = [];

    public IReadOnlyList<DatasetDocument> Datasets { get; init; } = [];

    /// <summary>Where its parts are printed; of a file that was read from a document.</summary>
    public SourceMap Sources { get; init; } = new();

    /// <summary>What of the document is in it; null where it was not read from one.</summary>
    public PlanReading? Reading { get; init; }
}

public sealed record NumberedTextDocument(string Number, string Text);

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
    /// <summary>Which results are better; null says nothing of it.</summary>
    public IndicatorDirection? Direction { get; init; }

    /// <summary>Where it stood before; null says nothing of it.</summary>
    public IndicatorBaseline? Baseline { get; init; }
}

public sealed record IndicatorTargetDocument(int FiscalYear, decimal Target);

public sealed record GuidelineDocument(int Number, string? Heading, string Text, ResponsibleLevel Level);

public sealed record DevelopmentPlanDocument(int FiscalYear, string Title, IReadOnlyList<ProjectDocument> Projects)
{
    public IReadOnlyList<NumberedTextDocument> FocusPoints { get; init; } = [];

    /// <summary>What the office needs to develop (ความต้องการในการพัฒนา), by field.</summary>
    public IReadOnlyList<NumberedTextDocument> Needs { get; init; } = [];

    public IReadOnlyList<CalendarStepDocument> Calendar { get; init; } = [];

    /// <summary>The running text that has no place of its own in the plan, by the headings it stands under.</summary>
    public IReadOnlyList<SectionDocument> Sections { get; init; } = [];
}

/// <summary>A heading of the document and what stands below it, up to the next heading.</summary>
/// <param name="Number">As printed, with Arabic digits: "2.4.1"; null where none is printed.</param>
/// <param name="Level">Its depth, from 1: a part (ส่วนที่) is 1.</param>
/// <param name="Items">Paragraphs and list items; one that prints no number has its place among its siblings.</param>
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
