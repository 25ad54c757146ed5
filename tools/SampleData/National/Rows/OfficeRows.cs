using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>
/// All rows of one office, or of the data without an office, by table. This is what is in memory at a time.
/// </summary>
internal sealed class OfficeRows
{
    public List<OfficeRow> Offices { get; } = [];
    public List<DistrictRow> Districts { get; } = [];
    public List<NumberedRow> OrgUnits { get; } = [];
    public List<StaffRow> Staff { get; } = [];
    public List<StrategicPlanRow> StrategicPlans { get; } = [];
    public List<TextRow> StrategicPlanTexts { get; } = [];
    public List<NumberedRow> Strategies { get; } = [];
    public List<TextRow> StrategyTexts { get; } = [];
    public List<GuidelineRow> Guidelines { get; } = [];
    public List<IndicatorRow> Indicators { get; } = [];
    public List<TargetRow> Targets { get; } = [];
    public List<PlanRow> Plans { get; } = [];
    public List<TextRow> PlanTexts { get; } = [];
    public List<CalendarRow> Calendar { get; } = [];
    public List<ProjectRow> Projects { get; } = [];
    public List<TextRow> ProjectTexts { get; } = [];
    public List<KpiRow> Kpis { get; } = [];
    public List<OwnerRow> Owners { get; } = [];
    public List<FundingRow> Fundings { get; } = [];
    public List<ActivityRow> Activities { get; } = [];
    public List<EntryRow> Entries { get; } = [];
    public List<DefinitionRow> Definitions { get; } = [];
    public List<DisbursementTargetRow> DisbursementTargets { get; } = [];
    public List<ResultRow> IndicatorResults { get; } = [];
    public List<ResultRow> KpiResults { get; } = [];
    public List<ProgressRow> Progress { get; } = [];
    public List<NetworkRow> Networks { get; } = [];
    public List<SchoolRow> Schools { get; } = [];
    public List<PersonRow> People { get; } = [];
    public List<Keyed<HeldName>> HeldNames { get; } = [];
    public List<Keyed<Appointment>> Appointments { get; } = [];
    public List<Keyed<IndividualDevelopmentPlan>> OwnPlans { get; } = [];
    public List<Keyed<IndividualPlanRevision>> OwnRevisions { get; } = [];
    public List<Keyed<CompetencyAssessment>> Assessments { get; } = [];
    public List<Keyed<IndividualPlanItem>> OwnItems { get; } = [];
    public List<Keyed<NeedsRound>> Rounds { get; } = [];
    public List<Keyed<NeedsRoundTopic>> RoundTopics { get; } = [];
    public List<Keyed<NeedsParticipant>> Participants { get; } = [];
    public List<Keyed<NeedsChoice>> Choices { get; } = [];
    public List<Keyed<NeedsResult>> NeedsResults { get; } = [];
    public List<Keyed<NeedsResultTopic>> NeedsResultTopics { get; } = [];
    public List<Keyed<PeopleFigure>> Figures { get; } = [];
    public List<Keyed<Course>> Courses { get; } = [];
    public List<Keyed<CourseSubject>> CourseSubjects { get; } = [];
    public List<Keyed<Offering>> Offerings { get; } = [];
    public List<Keyed<Session>> Sessions { get; } = [];
    public List<Keyed<Enrollment>> Enrollments { get; } = [];
    public List<Keyed<Attendance>> Attendances { get; } = [];
}

internal sealed record OfficeRow(Guid Id, OfficeArea Area);

internal sealed record DistrictRow(Guid Id, Guid OfficeId, int Position, string Name);

/// <summary>An org unit of an office, or a strategy of a strategic plan.</summary>
internal sealed record NumberedRow(Guid Id, Guid OwnerId, int Number, string Name);

internal sealed record StaffRow(Guid Id, Guid OfficeId, Guid? UnitId, string Name, string Position, string? Standing)
{
    /// <summary>The person to whom the printed name is linked, if any.</summary>
    public Guid? PersonId { get; init; }
}

internal sealed record StrategicPlanRow(Guid Id, Guid OfficeId, int FirstYear, int LastYear);

internal sealed record TextRow(Guid Id, Guid OwnerId, int Position, string? Number, string Text, string Kind);

internal sealed record GuidelineRow(Guid Id, Guid StrategyId, int Number, string Text, string Level);

internal sealed record IndicatorRow(
    Guid Id,
    Guid StrategyId,
    int Number,
    DefinitionRow Definition,
    decimal Baseline,
    int BaselineYear
);

internal sealed record TargetRow(Guid Id, IndicatorRow Indicator, int FiscalYear, decimal Target, Reported Reported);

internal sealed record PlanRow(
    Guid Id,
    Guid OfficeId,
    int FiscalYear,
    string Title,
    Guid StrategicPlanId,
    Guid[] ListedStaff,
    Guid[] StatedUnits,
    Guid[] StatedStrategies
);

internal sealed record CalendarRow(Guid Id, Guid PlanId, int Number, string Name, DateOnly[] Months);

internal sealed record KpiRow(
    Guid Id,
    ProjectRow Project,
    int Position,
    int Number,
    string Kind,
    string Name,
    string TargetText,
    decimal? TargetValue,
    string? TargetUnit,
    string Method,
    string Tool
)
{
    public Reported Reported { get; set; }
}

internal sealed record OwnerRow(Guid Id, Guid ProjectId, int Order, StaffRow Member);

internal sealed record FundingRow(Guid Id, Guid ProjectId, int Position, string Kind, long Amount);
