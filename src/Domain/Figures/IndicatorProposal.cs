using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Figures;

/// <summary>
/// A result of an indicator or a success indicator that was computed from records. It never changes, except that it is accepted
/// once; computing it again makes another one.
/// </summary>
public sealed class IndicatorProposal : Entity
{
    private IndicatorProposal() { }

    /// <param name="earlier">The latest one of the same definition; null if there is none.</param>
    private IndicatorProposal(
        Guid officeId,
        Guid? indicatorId,
        Guid? kpiId,
        MeasureDefinition definition,
        (int Numerator, int Denominator) counted,
        IndicatorProposal? earlier,
        DateTimeOffset now,
        string by
    )
    {
        (OfficeId, IndicatorId, KpiId) = (officeId, indicatorId, kpiId);
        (FiscalYear, Measure, Until) = (definition.FiscalYear, definition.Measure, definition.Until);
        (DefinitionKey, DefinitionEnglish, DefinitionThai) = (
            definition.Key,
            definition.Text.English,
            definition.Text.Thai
        );
        (Numerator, Denominator) = counted;
        Value = Percent.Of(Numerator, Denominator)!.Value;
        (ComputedAt, ComputedBy) = (now, by);
        (EarlierId, Drift) = (earlier?.Id, Value - earlier?.Value);
    }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public Guid? IndicatorId { get; private init; }

    public Guid? KpiId { get; private init; }

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    public IndicatorMeasure Measure { get; private init; }

    public FiscalQuarter? Until { get; private init; }

    public string DefinitionKey { get; private init; } = "";

    public string DefinitionEnglish { get; private init; } = "";

    public string DefinitionThai { get; private init; } = "";

    public int Numerator { get; private init; }

    public int Denominator { get; private init; }

    /// <summary>In percent, two decimals.</summary>
    public decimal Value { get; private init; }

    public DateTimeOffset ComputedAt { get; private init; }

    public string ComputedBy { get; private init; } = "";

    /// <summary>What it is compared with: the latest accepted one of the same definition or, without one, the latest.</summary>
    public Guid? EarlierId { get; private init; }

    /// <summary>By how many percentage points it is above the earlier one.</summary>
    public decimal? Drift { get; private init; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public string? AcceptedBy { get; private set; }

    /// <summary>The definition and what was counted, for the ledger of results. In Thai, as reports are.</summary>
    public string Evidence =>
        $"คำนวณจากระเบียนเมื่อ {ThaiDay.Of(ComputedAt):yyyy-MM-dd} {DefinitionThai} ({Numerator}/{Denominator})";

    /// <summary>
    /// Computes it; refused if nobody is in the denominator, if the unit is not percent, or if participations are those of few
    /// people, which their numbers do not show later.
    /// </summary>
    public static Result<IndicatorProposal> Of(
        Guid officeId,
        Guid? indicatorId,
        Guid? kpiId,
        string? unit,
        MeasureDefinition definition,
        DevelopmentFacts facts,
        IndicatorProposal? earlier,
        DateTimeOffset now,
        string by
    )
    {
        if (definition.Fault is { } fault)
            return fault;
        if (!MeasureUnit.IsPercent(unit))
            return ProposalStates.NotPercent(unit);
        var counted = definition.Count(facts);
        if (counted.Denominator == 0)
            return ProposalStates.NobodyToCount;
        return definition.TellsOfFew(facts)
            ? ProposalStates.TooFew
            : new IndicatorProposal(officeId, indicatorId, kpiId, definition, counted, earlier, now, by);
    }

    /// <summary>
    /// Accepts it, once. Results are public, so it is refused if the people counted, the others, or the difference of either from
    /// a result that was accepted before are so few that single ones could be told. It is also refused if its topics or forms
    /// overlap with those of one before: the numbers of A, of B and of both together tell how many are in both. Null unless it is
    /// refused.
    /// </summary>
    /// <param name="accepted">All of the office and the year that were accepted before, also for other indicators.</param>
    /// <param name="facts">What is recorded now; needed for participations, whose numbers do not tell how many people they are of.</param>
    /// <param name="projectId">The project of the success indicator, if it is for one.</param>
    public DomainError? Accept(
        IEnumerable<IndicatorProposal> accepted,
        DateTimeOffset now,
        string by,
        DevelopmentFacts? facts = null,
        Guid? projectId = null
    )
    {
        if (AcceptedAt is not null)
            return ProposalStates.AlreadyAccepted;
        if (SmallCells.IsSmallPart(Numerator, Denominator))
            return ProposalStates.TooFew;
        var mostOfOne = 1;
        if (Measure == IndicatorMeasure.Completion)
        {
            var definition = new MeasureDefinition(Measure, FiscalYear, Until, [], [], null, projectId);
            if (definition.Count(facts!) != (Numerator, Denominator))
                return ProposalStates.Outdated;
            if (definition.TellsOfFew(facts!))
                return ProposalStates.TooFew;
            mostOfOne = definition.MostOfOne(facts!);
        }

        foreach (var one in accepted)
        {
            if (Overlaps(one))
                return ProposalStates.Overlapping;
            if (!IsComparedWith(one))
                continue;
            if (
                IsOfFew(Numerator - one.Numerator)
                || IsOfFew(Denominator - Numerator - (one.Denominator - one.Numerator))
            )
                return ProposalStates.TooLittleChange;
        }

        (AcceptedAt, AcceptedBy) = (now, by);
        return null;

        bool IsOfFew(int difference) =>
            difference != 0 && Math.Abs(difference) <= (SmallCells.Smallest - 1) * mostOfOne;
    }

    /// <summary>Whether both are of the same indicator, or of the same people: those in post, those who asked, or participations.</summary>
    private bool IsComparedWith(IndicatorProposal one) =>
        (IndicatorId, KpiId) == (one.IndicatorId, one.KpiId)
        || Denominator == one.Denominator
        || MeasureDefinition.HaveSameDenominator(Measure, one.Measure);

    private bool Overlaps(IndicatorProposal one)
    {
        if (Measure != one.Measure)
            return false;
        var (own, others) = (
            MeasureDefinition.CodesOf(DefinitionKey).ToHashSet(),
            MeasureDefinition.CodesOf(one.DefinitionKey)
        );
        return own.Overlaps(others) && !own.SetEquals(others);
    }
}

/// <summary>States in which a result cannot be proposed or accepted.</summary>
internal static class ProposalStates
{
    public static readonly InvalidState NobodyToCount = new(
        new LocalText(
            "Nobody is in the denominator by what is recorded, so there is no result.",
            "ไม่มีผู้ใดอยู่ในตัวหารตามที่บันทึกไว้ จึงไม่มีผลลัพธ์"
        )
    );

    public static readonly InvalidState AlreadyAccepted = new(
        new LocalText(
            "The proposal was accepted before; compute it again to propose another result.",
            "ข้อเสนอนี้ได้รับการยอมรับแล้ว คำนวณใหม่หากต้องการเสนอผลอื่น"
        )
    );

    public static readonly InvalidState Outdated = new(
        new LocalText(
            "What is recorded has changed since, so it is not known how many people the participations are of; compute the result again.",
            "ข้อมูลที่บันทึกไว้เปลี่ยนไปแล้ว จึงไม่ทราบว่าเป็นการเข้าร่วมของบุคลากรกี่คน โปรดคำนวณใหม่"
        )
    );

    public static readonly InvalidState TooFew = new(
        new LocalText(
            $"Results are public, and fewer than {SmallCells.Smallest} people are counted, or are not counted; single ones could be told.",
            $"ผลลัพธ์เปิดเผยต่อสาธารณะ และมีผู้ที่นับหรือไม่นับน้อยกว่า {SmallCells.Smallest} คน ซึ่งอาจระบุตัวบุคคลได้"
        )
    );

    public static readonly InvalidState TooLittleChange = new(
        new LocalText(
            $"Results are public, and this one differs by fewer than {SmallCells.Smallest} people from one that was accepted; single ones could be told.",
            $"ผลลัพธ์เปิดเผยต่อสาธารณะ และต่างจากผลที่ยอมรับแล้วน้อยกว่า {SmallCells.Smallest} คน ซึ่งอาจระบุตัวบุคคลได้"
        )
    );

    public static readonly InvalidState Overlapping = new(
        new LocalText(
            "Results are public, and some, but not all, of the topics or forms are those of one that was accepted for the office and year; single people could be told from both. Use the same ones, or none of them.",
            "ผลลัพธ์เปิดเผยต่อสาธารณะ และหัวข้อหรือวิธีพัฒนาซ้ำบางส่วนกับผลที่ยอมรับแล้วของสำนักงานในปีเดียวกัน ซึ่งเมื่อเทียบกันอาจระบุตัวบุคคลได้ ให้ใช้ชุดเดียวกันทั้งหมด หรือไม่ซ้ำกันเลย"
        )
    );

    public static InvalidState NotPercent(string? unit) =>
        new(
            new LocalText(
                $"The indicator's unit is \"{unit}\"; results are proposed for percentages (ร้อยละ).",
                $"ตัวชี้วัดใช้หน่วย “{unit}” ระบบเสนอผลให้เฉพาะร้อยละ"
            )
        );
}
