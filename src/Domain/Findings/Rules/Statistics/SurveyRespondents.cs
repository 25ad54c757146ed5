using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>
/// Not reported if the parts of the breakdown agree with the survey, because then the total of the breakdown is wrong,
/// which another rule reports.
/// </summary>
public sealed class SurveyRespondents : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("number of respondents", "จำนวนผู้ตอบแบบสำรวจ");

    public override LocalText Meaning { get; } =
        new(
            "The number of respondents of a needs survey differs from the total of its breakdown by kind of personnel.",
            "จำนวนผู้ตอบแบบสำรวจไม่ตรงกับยอดรวมที่จำแนกตามประเภทบุคลากร"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        if (Surveys.PrintedTotal(plan) is not { } cell || plan.NeedsSurveys[0].Respondents == cell.Value)
            yield break;
        var (survey, total) = (plan.NeedsSurveys[0], cell.Value!.Value);
        var parts = Surveys.BreakdownOf(plan)!.Observations.Where(other => !other.At.Any(LabelAxis.IsTotal));
        if (parts.Sum(part => part.Value ?? 0) == survey.Respondents)
            yield break;
        yield return new Fault(
            $"{Surveys.Key(survey)}/respondents",
            Surveys.Location(survey),
            new LocalText(
                $"The survey states {Amounts.Text(survey.Respondents)} respondents, but their breakdown adds up to {Amounts.Text(total)}.",
                $"แบบสำรวจระบุผู้ตอบ {Amounts.Text(survey.Respondents)} คน แต่ยอดรวมตามประเภทบุคลากรเท่ากับ {Amounts.Text(total)} คน"
            )
        )
        {
            Subject = survey,
            Stated = Amounts.Text(survey.Respondents),
            Computed = Amounts.Text(total),
            Source = plan.Sources.Of(survey, "respondents") ?? plan.Sources.Of(survey),
            TakeComputed = file => file.EditSurvey(survey.SurveyedOn, s => s with { Respondents = (int)total }),
        };
    }
}
