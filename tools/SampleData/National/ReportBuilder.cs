using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the reports of a plan's projects: progress after each quarter, and results of success indicators at the
/// end.
/// </summary>
internal sealed class ReportBuilder(OfficeArea area, OfficeRows rows, NationalCalendar calendar, Dice dice)
{
    private const double Submitted = 0.94;
    private const double Late = 0.12;
    private const double Revised = 0.03;
    private const double Troubled = 0.3;
    private const double Measured = 0.9;
    private const double Ratios = 0.6;

    private static readonly string[] Issues =
    [
        "การจัดสรรงบประมาณล่าช้ากว่าแผน",
        "กลุ่มเป้าหมายติดภารกิจ ทำให้ต้องเลื่อนการอบรม",
        "สัญญาณอินเทอร์เน็ตของโรงเรียนบางแห่งไม่เสถียร",
        "วิทยากรไม่ว่างตามกำหนดการเดิม",
    ];

    private static readonly string[] Corrections =
    [
        "ปรับปฏิทินการดำเนินงานและเร่งรัดการเบิกจ่าย",
        "จัดอบรมเพิ่มเติมในรูปแบบออนไลน์",
        "ประสานหน่วยงานที่เกี่ยวข้องและติดตามทุกสัปดาห์",
    ];

    private static readonly string[] Levels = ["ระดับดีมาก", "ระดับดี", "ระดับพอใช้"];

    private readonly SeededIds ids = new(dice, DateTime.UnixEpoch);

    /// <param name="kpis">The success indicators of those projects.</param>
    public void Build(IEnumerable<ProjectRow> projects, IEnumerable<KpiRow> kpis)
    {
        foreach (var project in projects.Where(project => project.HasPaid))
        {
            for (var quarter = 0; quarter < 4; quarter++)
            {
                if (calendar.Elapsed(quarter) == 1 && dice.Chance(Submitted))
                    Report(project, quarter);
            }
        }

        var results = new ResultBuilder(area, dice, ids);
        foreach (var kpi in kpis.Where(kpi => kpi.Project.Fate == ProjectFate.Completed && dice.Chance(Measured)))
        {
            kpi.Reported = results.Build(
                rows.KpiResults,
                kpi.Id,
                kpi.Project.Id,
                calendar,
                calendar.MomentAfter(calendar.Year.EndsOn.AddDays(-15), 30),
                () =>
                    kpi.TargetValue is { } target
                        ? results.Percentage(target, Ratios)
                        : Measure.Words(dice.Pick(Levels))
            );
        }
    }

    private void Report(ProjectRow project, int quarter)
    {
        var due = calendar.Year.EndOf((FiscalQuarter)quarter);
        var at = dice.Chance(Late)
            ? calendar.MomentAfter(due.AddDays(1), 12)
            : calendar.MomentOf(due.AddDays(-dice.Below(8)));
        if (DateOnly.FromDateTime(at) > calendar.LastDay)
            return;
        var troubled = dice.Chance(Troubled);
        var spent = project.Activities.Sum(activity => activity.DisbursedUpTo(quarter));
        Add(1, at);
        if (dice.Chance(Revised) && calendar.LaterThan(at, 20) is { } later)
            Add(2, later);

        void Add(int revision, DateTime submitted) =>
            rows.Progress.Add(
                new ProgressRow(
                    ids.At(submitted),
                    project,
                    quarter,
                    revision,
                    quarter == 3 ? dice.Between(90, 100) : Math.Min(100, 25 * (quarter + 1) - dice.Below(15)),
                    troubled ? dice.Pick(Issues) : null,
                    troubled ? dice.Pick(Corrections) : null,
                    spent,
                    submitted,
                    $"user:plan-officer@{area.Code}"
                )
            );
    }
}
