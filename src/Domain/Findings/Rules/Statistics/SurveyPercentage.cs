using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

public sealed class SurveyPercentage : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("percentage of a survey", "ร้อยละในแบบสำรวจ");

    public override LocalText Meaning { get; } =
        new(
            "A needs survey prints a percentage that is not the demand divided by the respondents, rounded to two decimals.",
            "ร้อยละที่พิมพ์ไว้ในแบบสำรวจความต้องการไม่ตรงกับจำนวนผู้ต้องการหารด้วยจำนวนผู้ตอบ (ปัดเศษสองตำแหน่ง)"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from survey in plan.NeedsSurveys
        let respondents = Surveys.BaseOf(plan, survey)
        where respondents > 0
        from topic in survey.Topics
        where topic.Demand <= respondents
        let computed = Surveys.PercentageOf(topic.Demand, respondents)
        where computed != topic.Percentage
        select FaultOf(plan, survey, topic, respondents, computed);

    private static Fault FaultOf(
        PlanFile plan,
        NeedsSurveyDocument survey,
        SurveyTopicDocument topic,
        decimal respondents,
        decimal computed
    ) =>
        new(
            $"{Surveys.Key(survey)}/topic {topic.Number}/percentage",
            Surveys.Location(survey, topic),
            new LocalText(
                $"The percentage is printed as {Amounts.Text(topic.Percentage)}, but {Amounts.Text(topic.Demand)} of {Amounts.Text(respondents)} are {Amounts.Text(computed)} percent.",
                $"ร้อยละพิมพ์ไว้ {Amounts.Text(topic.Percentage)} แต่ {Amounts.Text(topic.Demand)} จาก {Amounts.Text(respondents)} คน คิดเป็นร้อยละ {Amounts.Text(computed)}"
            )
        )
        {
            Subject = topic,
            Stated = Amounts.Text(topic.Percentage),
            Computed = Amounts.Text(computed),
            Source = plan.Sources.Of(topic, "percentage") ?? plan.Sources.Of(topic),
            TakeComputed = file =>
                file.EditSurvey(
                    survey.SurveyedOn,
                    s =>
                        s with
                        {
                            Topics = Edits.Replace(
                                file.Sources,
                                s.Topics,
                                t => t.Number == topic.Number,
                                t => t with { Percentage = computed }
                            ),
                        }
                ),
        };
}
