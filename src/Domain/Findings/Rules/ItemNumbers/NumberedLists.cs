using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Indicators;
using TeacherDevPlan.Domain.Findings.Rules.Projects;
using TeacherDevPlan.Domain.Findings.Rules.Statistics;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

/// <summary>All numbered lists of a plan, in the order of the plan.</summary>
internal static class NumberedLists
{
    public static IEnumerable<NumberedList> Of(PlanFile plan) =>
        [
            List(plan, "orgUnits", new("groups and units", "กลุ่มและหน่วย"), plan.Office.OrgUnits, u => u.Number),
            .. Strategic(plan),
            .. Development(plan),
            .. plan.DevelopmentPlan.Projects.SelectMany(project => Project(plan, project)),
            .. plan.NeedsSurveys.Select(survey =>
                List(plan, Surveys.Key(survey) + "/topics", Surveys.Location(survey), survey.Topics, t => t.Number)
            ),
            Tables(plan),
        ];

    private static IEnumerable<NumberedList> Strategic(PlanFile plan)
    {
        var strategic = plan.StrategicPlan;
        yield return Texts(plan, "missions", new("missions", "พันธกิจ"), strategic.Missions);
        yield return Texts(plan, "goals", new("goals", "เป้าประสงค์"), strategic.Goals);
        yield return Texts(
            plan,
            "successFactors",
            new("success factors", "ปัจจัยแห่งความสำเร็จ"),
            strategic.SuccessFactors
        );
        yield return List(plan, "strategies", new("strategies", "กลยุทธ์"), strategic.Strategies, s => s.Number);
        foreach (var strategy in strategic.Strategies)
        {
            var (place, name) = (
                $"strategy {strategy.Number}/",
                new LocalText($"strategy {strategy.Number}", $"กลยุทธ์ที่ {strategy.Number}")
            );
            yield return Texts(
                plan,
                place + "objectives",
                name.And("objectives", "เป้าประสงค์เชิงกลยุทธ์"),
                strategy.Objectives
            );
            yield return List(
                plan,
                place + "indicators",
                name.And("indicators", "ตัวชี้วัด"),
                strategy.Indicators,
                i => i.Number
            );
            yield return List(
                plan,
                place + "guidelines",
                name.And("guidelines", "แนวทางการพัฒนา"),
                strategy.Guidelines,
                g => g.Number
            );
        }
    }

    private static IEnumerable<NumberedList> Development(PlanFile plan)
    {
        var development = plan.DevelopmentPlan;
        yield return Texts(plan, "needs", new("needs", "ความต้องการในการพัฒนา"), development.Needs);
        yield return Texts(plan, "focusPoints", new("focus points", "จุดเน้น"), development.FocusPoints);
        yield return List(plan, "calendar", new("calendar", "ปฏิทินการดำเนินงาน"), development.Calendar, s => s.Number);
        yield return List(
            plan,
            "projects",
            new("list of projects", "รายการโครงการ"),
            development.Projects,
            p => p.Number
        );
        foreach (var list in SectionNumbers.Of(plan))
            yield return list;
        for (var i = 0; i < development.Sections.Count; i++)
        {
            var section = development.Sections[i];
            yield return Texts(plan, Sections.Key(i) + "/items", Sections.Location(section), section.Items) with
            {
                FromOne = false,
                MayRestart = true,
            };
        }
    }

    private static IEnumerable<NumberedList> Project(PlanFile plan, ProjectDocument project)
    {
        var (place, name) = (Labels.ProjectKey(project) + "/", Labels.Project(project));
        NumberedList Part(string member, string english, string thai, IReadOnlyList<NumberedTextDocument> items) =>
            Texts(plan, place + member, name.And(english, thai), items);

        yield return Part("headings", "headings", "หัวข้อ", project.Headings);
        yield return Part("objectives", "objectives", "วัตถุประสงค์", project.Objectives);
        yield return Part("outputTargets", "output targets", "เป้าหมายเชิงผลผลิต", project.OutputTargets) with
        {
            FromOne = false,
        };
        yield return Part("outcomeTargets", "outcome targets", "เป้าหมายเชิงผลลัพธ์", project.OutcomeTargets) with
        {
            FromOne = false,
        };
        yield return Part("successMeasures", "measures of success", "ดัชนีชี้วัดความสำเร็จ", project.SuccessMeasures);
        yield return Part("expectedResults", "expected results", "ผลที่คาดว่าจะได้รับ", project.ExpectedResults);
        foreach (var list in ActivityNumbers.Of(plan, project))
            yield return list;
        foreach (var table in Kpis.Of(project).GroupBy(kpi => (kpi.Table, kpi.Kpi.Kind)))
        {
            yield return new NumberedList(
                $"{Kpis.TableKey(project, table.Key.Table)}/{EnumText.Of(table.Key.Kind)}",
                Kpis.TableName(project),
                [.. table.Select(kpi => new NumberedItem(kpi.Kpi.Number, kpi.Kpi, plan.Sources.Of(kpi.Kpi)))]
            );
        }
    }

    private static NumberedList Tables(PlanFile plan) =>
        new(
            "datasets",
            new("tables", "ตาราง"),
            [
                .. plan
                    .Datasets.Where(dataset => dataset.Code.StartsWith("table-", StringComparison.Ordinal))
                    .Select(dataset => new NumberedItem(
                        dataset.Code[6..].Split('-')[0],
                        dataset,
                        plan.Sources.Of(dataset)
                    )),
            ]
        );

    private static NumberedList Texts(
        PlanFile plan,
        string place,
        LocalText location,
        IReadOnlyList<NumberedTextDocument> items
    ) =>
        new(place, location, [.. items.Select(item => new NumberedItem(item.Number, item, plan.Sources.Of(item)))])
        {
            MayBeUnnumbered = true,
        };

    /// <summary>
    /// The printed number. If a number is printed twice, the second item is stored under another one and keeps the
    /// printed one separately.
    /// </summary>
    private static string Printed<T>(PlanFile plan, T item, int number)
        where T : class =>
        plan.Sources.Of(item, "number") is { } source && ItemNumber.First(source.RawText) is { } printed
            ? printed
            : Amounts.Text(number);

    /// <summary>Excludes number 0, the placeholder for missing parts.</summary>
    private static NumberedList List<T>(
        PlanFile plan,
        string place,
        LocalText location,
        IReadOnlyList<T> items,
        Func<T, int> numberOf
    )
        where T : class =>
        new(
            place,
            location,
            [
                .. items
                    .Where(item => numberOf(item) != ProjectWithoutStrategy.Unknown)
                    .Select(item => new NumberedItem(Printed(plan, item, numberOf(item)), item, SourceOf(plan, item))),
            ]
        );

    /// <summary>The number, or what it stands in front of: a project's is in the list of projects, not in its chapter.</summary>
    private static Source? SourceOf(PlanFile plan, object item) =>
        plan.Sources.Of(item, "number") ?? plan.Sources.Of(item, ProjectNotListed.Listed) ?? plan.Sources.Of(item);
}
