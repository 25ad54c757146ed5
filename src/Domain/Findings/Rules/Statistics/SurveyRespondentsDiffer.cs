using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>
/// The number that most rows of a survey's topics print is compared with the others. Not reported for the number that the
/// survey is read with, if there is a breakdown: <see cref="SurveyRespondents"/> compares that one.
/// </summary>
public sealed class SurveyRespondentsDiffer : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("respondents of a topic", "จำนวนผู้ตอบในแต่ละเรื่อง");

    public override LocalText Meaning { get; } =
        new(
            "A topic of a needs survey prints another number of respondents than most topics.",
            "เรื่องหนึ่งในแบบสำรวจความต้องการมีจำนวนผู้ตอบไม่ตรงกับเรื่องส่วนใหญ่"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from dataset in plan.Datasets
        where dataset.Code == Surveys.Topics
        from column in dataset.Observations.Where(cell => cell.At.Count > 1).GroupBy(cell => cell.At[^1])
        let cells = column.Where(cell => !cell.At.Any(LabelAxis.IsTotal)).ToList()
        let usual = cells.GroupBy(cell => cell.Value).MaxBy(same => same.Count())
        where usual?.Key is not null && usual.Count() * 2 > cells.Count && usual.Count() > 2
        from cell in cells
        where cell.Value != usual.Key && !IsOfSurvey(plan, cell)
        select FaultOf(plan, dataset, cell, usual.Key!.Value);

    private static bool IsOfSurvey(PlanFile plan, ObservationDocument cell) =>
        Surveys.PrintedTotal(plan) is not null && plan.NeedsSurveys[0].Respondents == cell.Value;

    private static Fault FaultOf(PlanFile plan, DatasetDocument dataset, ObservationDocument cell, decimal usual)
    {
        var printed = cell.Value is { } value ? Amounts.Text(value) : cell.Text;
        return new Fault(
            DatasetTable.PlaceOf(dataset, cell.At),
            DatasetTable.LocationOf(dataset, cell.At),
            new LocalText(
                $"{printed} respondents are printed here, and {Amounts.Text(usual)} at most topics.",
                $"พิมพ์จำนวนผู้ตอบไว้ {printed} แต่เรื่องส่วนใหญ่พิมพ์ไว้ {Amounts.Text(usual)}"
            )
        )
        {
            Subject = dataset,
            Stated = printed,
            Computed = Amounts.Text(usual),
            Source = plan.Sources.Of(cell),
            TakeComputed = file =>
                file.EditObservation(dataset.Code, cell.At, one => Cells.Set(one, usual, signed: false)),
        };
    }
}
