using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Figures;

/// <summary>What the result of an indicator can be computed from. The list is closed, so that a result can be read by its definition.</summary>
public enum IndicatorMeasure
{
    /// <summary>Of the people who asked for topics, those who completed an event on one that they asked for.</summary>
    NeedsMet,

    /// <summary>Of the people in post, those who completed an event.</summary>
    Coverage,

    /// <summary>Of the people in post, those who completed an event on one of some topics.</summary>
    TopicsLearnt,

    /// <summary>Of the people in post, those who completed an event of one of some forms.</summary>
    MethodsUsed,

    /// <summary>Of the people in post, those who attended so many hours of completed events.</summary>
    HoursReached,

    /// <summary>Of those who were at events, counted once for each, those who completed them.</summary>
    Completion,
}

/// <summary>A measure with what it needs: which people, which events, which period.</summary>
/// <param name="Until">Only events whose last session starts by the end of this quarter; null for the whole year.</param>
/// <param name="Hours">Of 60 minutes.</param>
/// <param name="ProjectId">Only events of this project.</param>
public sealed record MeasureDefinition(
    IndicatorMeasure Measure,
    int FiscalYear,
    FiscalQuarter? Until,
    IReadOnlyList<NamedId> Topics,
    IReadOnlyList<NamedId> Methods,
    int? Hours,
    Guid? ProjectId
)
{
    /// <summary>The same for the same definition, so that a later computation is compared with an earlier one.</summary>
    public string Key =>
        string.Join(
            ' ',
            EnumText.Of(Measure),
            Until is { } until ? EnumText.Of(until) : "YEAR",
            string.Join(',', Topics.Concat(Methods).Select(one => one.Code).Order(StringComparer.Ordinal)),
            Hours
        );

    /// <summary>The codes of topics or forms in a key.</summary>
    public static IEnumerable<string> CodesOf(string key) =>
        key.Split(' ')[2].Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether two measures are of the same people or participations.</summary>
    public static bool HaveSameDenominator(IndicatorMeasure one, IndicatorMeasure other) =>
        one == other || IsOfPosts(one) && IsOfPosts(other);

    private static bool IsOfPosts(IndicatorMeasure measure) =>
        measure is not (IndicatorMeasure.NeedsMet or IndicatorMeasure.Completion);

    /// <summary>What is missing or given in vain; null if it is complete.</summary>
    public RequestInvalid? Fault =>
        (Topics.Count > 0) != (Measure == IndicatorMeasure.TopicsLearnt) ? Only("topics", "TOPICS_LEARNT")
        : (Methods.Count > 0) != (Measure == IndicatorMeasure.MethodsUsed) ? Only("methods", "METHODS_USED")
        : (Hours is not null) != (Measure == IndicatorMeasure.HoursReached) ? Only("hours", "HOURS_REACHED")
        : null;

    public LocalText Text => new(English, Thai);

    private string English =>
        $"Numerator: {NumeratorEnglish}. Denominator: {(DenominatorEnglish)}. Events: those of any office, by the "
        + $"enrolments of people of the office{(ProjectId is null ? "" : ", of the indicator's project alone")}, of the fiscal year {FiscalYear} (BE)"
        + (Until is { } until ? $", whose last session starts by the end of {EnumText.Of(until)}." : ".");

    private string Thai =>
        $"ตัวตั้ง: {NumeratorThai} ตัวหาร: {DenominatorThai} กิจกรรม: ของทุกสำนักงาน ตามการลงทะเบียนของบุคลากรในสังกัดสำนักงาน"
        + $"{(ProjectId is null ? "" : " เฉพาะของโครงการตามตัวชี้วัด")} ปีงบประมาณ พ.ศ. {FiscalYear}"
        + (Until is { } until ? $" ซึ่งช่วงเวลาอบรมสุดท้ายเริ่มภายในไตรมาส {(int)until + 1}" : "");

    private string NumeratorEnglish =>
        Measure switch
        {
            IndicatorMeasure.NeedsMet => "people who asked for topics and completed an event on one of their topics",
            IndicatorMeasure.Coverage => "people in post who completed an event",
            IndicatorMeasure.TopicsLearnt => $"people in post who completed an event on: {Names(Topics)}",
            IndicatorMeasure.MethodsUsed => $"people in post who completed an event of the form: {Names(Methods)}",
            IndicatorMeasure.HoursReached => $"people in post who attended {Hours} hours or more of completed events",
            _ => "completed participations",
        };

    private string DenominatorEnglish =>
        Measure switch
        {
            IndicatorMeasure.NeedsMet => "people who asked for topics in the office's survey of the year",
            IndicatorMeasure.Completion => "participations of people of the office who were there",
            _ => "people with a main appointment in the office in the year",
        };

    private string NumeratorThai =>
        Measure switch
        {
            IndicatorMeasure.NeedsMet =>
                "ผู้แจ้งความต้องการพัฒนาที่ผ่านการพัฒนาตรงกับหัวข้อที่แจ้งอย่างน้อยหนึ่งหัวข้อ",
            IndicatorMeasure.Coverage => "ผู้ดำรงตำแหน่งที่ผ่านการพัฒนา",
            IndicatorMeasure.TopicsLearnt => $"ผู้ดำรงตำแหน่งที่ผ่านการพัฒนาในหัวข้อ {Names(Topics)}",
            IndicatorMeasure.MethodsUsed => $"ผู้ดำรงตำแหน่งที่ผ่านการพัฒนาโดยวิธี {Names(Methods)}",
            IndicatorMeasure.HoursReached => $"ผู้ดำรงตำแหน่งที่มีชั่วโมงการพัฒนาที่ผ่านแล้วตั้งแต่ {Hours} ชั่วโมง",
            _ => "จำนวนครั้งที่ผ่านการพัฒนา",
        };

    private string DenominatorThai =>
        Measure switch
        {
            IndicatorMeasure.NeedsMet => "ผู้แจ้งความต้องการพัฒนาในรอบสำรวจของสำนักงานในปีนั้น",
            IndicatorMeasure.Completion => "จำนวนครั้งที่บุคลากรในสังกัดเข้าร่วม",
            _ => "ผู้ดำรงตำแหน่งหลักในสำนักงานในปีนั้น",
        };

    /// <summary>Numerator and denominator by what is recorded.</summary>
    public (int Numerator, int Denominator) Count(DevelopmentFacts facts)
    {
        var took = Of(facts);
        var completed = took.FindAll(one => one.Completed);
        if (Measure == IndicatorMeasure.Completion)
            return (completed.Count, took.Count);
        if (Measure == IndicatorMeasure.NeedsMet)
        {
            var learnt = completed.SelectMany(one => one.Topics.Select(topic => (one.PersonId, topic))).ToHashSet();
            var asking = facts.Needs.ToLookup(need => need.PersonId);
            return (
                asking.Count(person => person.Any(need => learnt.Contains((need.PersonId, need.TopicId)))),
                asking.Count
            );
        }

        var inPost = facts.Posts.Select(post => post.PersonId).ToHashSet();
        var reached = completed
            .Where(Counts)
            .GroupBy(one => one.PersonId)
            .Count(person =>
                inPost.Contains(person.Key)
                && (Hours is not { } hours || person.Sum(one => (long)one.Minutes) >= hours * 60L)
            );
        return (reached, inPost.Count);
    }

    /// <summary>The most participations that are one person's; a difference of so many may be one person.</summary>
    public int MostOfOne(DevelopmentFacts facts) =>
        Of(facts).CountBy(one => one.PersonId).Max(one => (int?)one.Value) ?? 0;

    /// <summary>Whether participations that are counted, or those that are not, are those of few people.</summary>
    public bool TellsOfFew(DevelopmentFacts facts) =>
        Measure == IndicatorMeasure.Completion
        && Of(facts)
            .GroupBy(one => one.Completed, one => one.PersonId)
            .Any(people => SmallCells.IsSmall(people.Distinct().Count()));

    private List<TookPart> Of(DevelopmentFacts facts) =>
        [
            .. facts
                .TookPart.Where(one => ProjectId is null || one.ProjectId == ProjectId)
                .Where(one => Until is null || one.Quarter <= Until),
        ];

    private bool Counts(TookPart one) =>
        Measure switch
        {
            IndicatorMeasure.TopicsLearnt => Topics.Any(topic => one.Topics.Contains(topic.Id)),
            IndicatorMeasure.MethodsUsed => Methods.Any(method => method.Id == one.MethodId),
            _ => true,
        };

    private static string Names(IEnumerable<NamedId> entries) => string.Join(", ", entries.Select(one => one.Name));

    private static RequestInvalid Only(string field, string measure) =>
        new(
            field,
            new LocalText(
                $"must be given for {measure}, and for no other measure.",
                $"ต้องระบุเมื่อใช้ {measure} และเฉพาะเมื่อใช้ค่านี้เท่านั้น"
            )
        );
}

/// <summary>An entry of a catalogue.</summary>
public sealed record NamedId(Guid Id, string Code, string Name);
