using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

public sealed class SurveyDemandTooHigh : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("demand above respondents", "ความต้องการเกินจำนวนผู้ตอบ");

    public override LocalText Meaning { get; } =
        new(
            "More people chose a topic than answered the survey.",
            "จำนวนผู้ต้องการพัฒนาในเรื่องหนึ่งมากกว่าจำนวนผู้ตอบแบบสำรวจ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from survey in plan.NeedsSurveys
        let respondents = Surveys.BaseOf(plan, survey)
        from topic in survey.Topics
        where topic.Demand > respondents
        select new Fault(
            $"{Surveys.Key(survey)}/topic {topic.Number}/demand",
            Surveys.Location(survey, topic),
            new LocalText(
                $"{Amounts.Text(topic.Demand)} people chose the topic, but only {Amounts.Text(respondents)} answered the survey.",
                $"ต้องการพัฒนา {Amounts.Text(topic.Demand)} คน แต่มีผู้ตอบเพียง {Amounts.Text(respondents)} คน"
            )
        )
        {
            Subject = topic,
            Stated = Amounts.Text(topic.Demand),
            Computed = Amounts.Text(respondents),
            Source = plan.Sources.Of(topic, "demand") ?? plan.Sources.Of(topic),
        };
}
