using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the entries that lead to a result: usually one, sometimes corrected by a later one, rarely withdrawn in
/// between.
/// </summary>
internal sealed class ResultBuilder(OfficeArea area, Dice dice, SeededIds ids)
{
    private const double Corrected = 0.15;
    private const double Withdrawn = 0.02;

    private readonly string reporter = $"user:plan-officer@{area.Code}";

    /// <param name="entries">Receives the entries.</param>
    /// <param name="first">When the first entry was recorded.</param>
    /// <param name="measure">Returns a new reported value for each call.</param>
    public Reported Build(
        List<ResultRow> entries,
        Guid ownerId,
        Guid parentId,
        NationalCalendar calendar,
        DateTime first,
        Func<Measure> measure
    )
    {
        Reported kept = default;
        var before = kept;
        var at = first;
        Add(measure(), null);
        if (dice.Chance(Withdrawn) && Later())
        {
            Add(null, "รายงานผิดตัวชี้วัด");
            if (Later())
                Add(measure(), "รายงานใหม่หลังถอนผลเดิม");
        }
        else if (dice.Chance(Corrected) && Later())
        {
            Add(measure(), "แก้ไขตามผลการตรวจสอบข้อมูล");
        }

        return kept;

        bool Later()
        {
            if (calendar.LaterThan(at, 15) is not { } later)
                return false;
            at = later;
            return true;
        }

        void Add(Measure? reported, string? note)
        {
            var id = ids.At(at);
            var after = reported is null
                ? before with
                {
                    Entries = kept.Entries + 1,
                }
                : new Reported(reported, id, kept.Entries + 1);
            entries.Add(
                new ResultRow(
                    id,
                    ownerId,
                    parentId,
                    calendar.Year.Number,
                    after.Entries,
                    reported,
                    note,
                    at,
                    reporter,
                    kept.ResultId,
                    after.ResultId
                )
            );
            (before, kept) = (kept, after);
        }
    }

    /// <summary>A percentage near a target: usually as a ratio, sometimes only as a percentage.</summary>
    public Measure Percentage(decimal target, double ratios)
    {
        var percent = Math.Clamp(target * (decimal)dice.Share(0.72, 1.16), 0.5m, 100);
        if (!dice.Chance(ratios))
            return Measure.Figure(Math.Round(percent, 2));
        var denominator = dice.Between(40, 9000);
        return Measure.Ratio((int)(denominator * percent / 100), denominator);
    }
}
