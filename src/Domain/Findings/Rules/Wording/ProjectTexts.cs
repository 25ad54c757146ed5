using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Indicators;
using TeacherDevPlan.Domain.Findings.Rules.Spending;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

/// <summary>All texts of a project's chapter.</summary>
internal static class ProjectTexts
{
    public static IEnumerable<PlanText> Of(PlanFile plan, ProjectDocument project) =>
        [
            Member(
                plan,
                project,
                "listed",
                new("name in the list", "ชื่อในรายการโครงการ"),
                project.Name,
                (p, t) => p with { Name = t }
            ),
            Member(
                plan,
                project,
                "name",
                new("name", "ชื่อโครงการ"),
                project.NamePrinted,
                (p, t) => p with { NamePrinted = t }
            ),
            .. Raw(plan, project, project, "responsibleUnit", new("responsible unit", "หน่วยงานรับผิดชอบ")),
            .. Raw(plan, project, project, "statedBudget", new("budget", "งบประมาณ")),
            .. project.FundingSources.SelectMany(source =>
                Raw(plan, project, source, "label", new("funding", "แหล่งงบประมาณ"))
            ),
            Member(
                plan,
                project,
                "venue",
                new("venue", "สถานที่ดำเนินการ"),
                project.Venue,
                (p, t) => p with { Venue = t }
            ),
            Rationale(plan, project),
            .. List(
                plan,
                project,
                "objectives",
                new("objectives", "วัตถุประสงค์"),
                p => p.Objectives,
                (p, items) => p with { Objectives = items }
            ),
            .. List(
                plan,
                project,
                "outputTargets",
                new("output targets", "เป้าหมายเชิงผลผลิต"),
                p => p.OutputTargets,
                (p, items) => p with { OutputTargets = items }
            ),
            .. List(
                plan,
                project,
                "outcomeTargets",
                new("outcome targets", "เป้าหมายเชิงผลลัพธ์"),
                p => p.OutcomeTargets,
                (p, items) => p with { OutcomeTargets = items }
            ),
            .. List(
                plan,
                project,
                "successMeasures",
                new("measures of success", "ดัชนีชี้วัดความสำเร็จ"),
                p => p.SuccessMeasures,
                (p, items) => p with { SuccessMeasures = items }
            ),
            .. List(
                plan,
                project,
                "expectedResults",
                new("expected results", "ผลที่คาดว่าจะได้รับ"),
                p => p.ExpectedResults,
                (p, items) => p with { ExpectedResults = items }
            ),
            .. TargetGroups(plan, project),
            .. SpendingTable.OfRows(plan, project).Rows.Select(row => Activity(plan, project, row)),
            .. KpiTexts(plan, project),
        ];

    /// <summary>The line that a member was read from, if the plan contains only a part of it.</summary>
    private static IEnumerable<PlanText> Raw(
        PlanFile plan,
        ProjectDocument project,
        object part,
        string member,
        LocalText name
    )
    {
        if (plan.Sources.Of(part, member) is { } source)
            yield return new PlanText(
                $"{Labels.ProjectKey(project)}/{member}",
                Labels.Project(project).And(name),
                source.RawText,
                project,
                source
            );
    }

    public static PlanText Rationale(PlanFile plan, ProjectDocument project) =>
        Member(
            plan,
            project,
            "rationale",
            new("rationale", "หลักการและเหตุผล"),
            project.Rationale,
            (p, t) => p with { Rationale = t }
        );

    private static PlanText Member(
        PlanFile plan,
        ProjectDocument project,
        string member,
        LocalText name,
        string? text,
        Func<ProjectDocument, string, ProjectDocument> set
    ) =>
        new(
            $"{Labels.ProjectKey(project)}/{member}",
            Labels.Project(project).And(name),
            text ?? "",
            project,
            plan.Sources.Of(project, member == "name" ? "" : member),
            (file, value) => file.EditProject(project.Number, p => set(p, value))
        );

    private static IEnumerable<PlanText> List(
        PlanFile plan,
        ProjectDocument project,
        string member,
        LocalText name,
        Func<ProjectDocument, IReadOnlyList<NumberedTextDocument>> itemsOf,
        Func<ProjectDocument, IReadOnlyList<NumberedTextDocument>, ProjectDocument> set
    ) =>
        itemsOf(project)
            .Select(
                (item, i) =>
                    new PlanText(
                        $"{Labels.ProjectKey(project)}/{member}/item {i + 1}",
                        Labels.Project(project).And(name).And(Labels.Item(plan, item)),
                        item.Text,
                        project,
                        plan.Sources.Of(item),
                        (file, text) =>
                            file.EditProject(
                                project.Number,
                                p => set(p, PlanTexts.SetText(file.Sources, itemsOf(p), i, text))
                            )
                    )
            );

    private static IEnumerable<PlanText> TargetGroups(PlanFile plan, ProjectDocument project) =>
        project.TargetGroups.Select(
            (group, i) =>
                new PlanText(
                    $"{Labels.ProjectKey(project)}/targetGroups/{i}",
                    Labels.Project(project).And("target groups", "กลุ่มเป้าหมาย"),
                    group,
                    project,
                    plan.Sources.Of(project, $"targetGroups/{i}"),
                    (file, text) =>
                        file.EditProject(
                            project.Number,
                            p => p with { TargetGroups = [.. p.TargetGroups.Select((g, j) => j == i ? text : g)] }
                        )
                )
        );

    private static PlanText Activity(PlanFile plan, ProjectDocument project, SpendingRow row) =>
        new(
            $"{Labels.ProjectKey(project)}/activity {row.Key}/name",
            SpendingTable.LocationOf(project, row),
            row.Activity.Name,
            row.Activity,
            plan.Sources.Of(row.Activity),
            (file, text) => file.EditActivity(project.Number, row.Path, a => a with { Name = text })
        );

    private static IEnumerable<PlanText> KpiTexts(PlanFile plan, ProjectDocument project) =>
        from kpi in Kpis.Of(project)
        from text in new[] { kpi.Kpi.Name, kpi.Kpi.TargetText }
        where text is not null
        select new PlanText(kpi.Place, kpi.Location, text, kpi.Kpi, plan.Sources.Of(kpi.Kpi));
}
