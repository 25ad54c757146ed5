using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>The sample with all that a plan file can hold, as if it had been read from a document.</summary>
internal static class DocumentFile
{
    public static PlanFile Of(PlanService service)
    {
        var sample = service.ReadFile(SamplePlan.Read());
        var plan = sample.DevelopmentPlan;
        var first = plan.Projects[0] with
        {
            NamePrinted = "โครงการ ที่พิมพ์ไว้",
            Headings = [new("1", "หลักการและเหตุผล"), new("7", "กิจกรรมและงบประมาณ")],
            SuccessMeasures = [new("1", "ร้อยละ ๘๐")],
            Rationale = "เหตุผล",
            TargetGroups = ["ครู", "ผู้บริหาร"],
        };
        var file = sample with
        {
            StrategicPlan = sample.StrategicPlan with { Vision = "วิสัยทัศน์", Values = "ค่านิยม" },
            DevelopmentPlan = plan with
            {
                Projects = [first, .. plan.Projects.Skip(1)],
                Needs = [new("1", "ภาษา"), new("2", "ดิจิทัล")],
                Sections =
                [
                    new("ส่วนที่ 1", "บทนำ", 1, []),
                    new("1.1", "ความเป็นมา", 2, [new("1", "ย่อหน้าแรก"), new("2", "ย่อหน้าที่สอง")]),
                    new(null, "ความเป็นมา", 3, [new("1", "ก"), new("1", "ข")]),
                ],
            },
            Reading = new PlanReading(
                1000,
                [
                    new UnreadPassage(3, 20, 12, UnreadReason.Repetition, "สารบัญ"),
                    new UnreadPassage(90, 90, 1, UnreadReason.NotUnderstood, "x"),
                ]
            ),
        };
        AddSources(file);
        return file;
    }

    /// <summary>Lets every line be a part's own.</summary>
    private static void AddSources(PlanFile file)
    {
        var line = 0;
        Add(file.Office);
        Each(file.Office.OrgUnits);
        Add(file.StrategicPlan, "vision", "values");
        Each(file.StrategicPlan.Missions);
        foreach (var strategy in file.StrategicPlan.Strategies)
        {
            Add(strategy);
            Each(strategy.Objectives);
            Each(strategy.Guidelines);
            Each(strategy.Indicators);
            Each(strategy.Indicators.SelectMany(indicator => indicator.Targets));
        }

        Add(file.DevelopmentPlan, "title");
        Each(file.DevelopmentPlan.Needs);
        Each(file.DevelopmentPlan.Calendar);
        Each(file.DevelopmentPlan.Sections);
        Each(file.DevelopmentPlan.Sections.SelectMany(section => section.Items));
        foreach (var project in file.DevelopmentPlan.Projects)
        {
            Add(project, "", "statedBudget", "rationale", "venue", "targetGroups/0", "printedTotals/total");
            Each(project.Owners);
            Each(project.FundingSources);
            Each(project.Objectives);
            foreach (var activity in project.Activities.SelectMany(one => one.SubActivities.Prepend(one)))
                Add(activity, "", "q1", "q2", "q3", "q4", "total");
            foreach (var kpi in project.Kpis)
                Add(kpi, "", "targetText");
        }

        foreach (var topic in file.NeedsSurveys.SelectMany(survey => survey.Topics))
            Add(topic, "", "demand", "percentage");
        Each(file.Datasets);
        Each(file.Datasets.SelectMany(dataset => dataset.Observations));

        void Each(IEnumerable<object> parts)
        {
            foreach (var part in parts)
                Add(part);
        }

        void Add(object part, params string[] members)
        {
            foreach (var member in members.DefaultIfEmpty(""))
            {
                line++;
                file.Sources.Add(
                    part,
                    member,
                    new Source(line, line % 2 == 0 ? 1 : null, null, null, $"บรรทัด {line}")
                );
            }
        }
    }
}
