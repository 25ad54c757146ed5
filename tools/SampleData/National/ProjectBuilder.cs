using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>Generates a project with everything that belongs to it, except its ledger.</summary>
internal sealed class ProjectBuilder(
    NationalOptions options,
    OfficeArea area,
    OfficeRows rows,
    Dice dice,
    SeededIds ids
)
{
    public void Build(
        PlanRow plan,
        int number,
        IReadOnlyList<NumberedRow> units,
        IReadOnlyList<StaffRow> staff,
        IReadOnlyList<NumberedRow> strategies
    )
    {
        var year = new FiscalYear(plan.FiscalYear);
        var topic = dice.Pick(ProjectPhrases.Topics);
        var project = new ProjectRow
        {
            Id = ids.Next(),
            Plan = plan,
            Number = number,
            Name = $"โครงการ{dice.Pick(ProjectPhrases.Verbs)}{topic}{Suffix(year)}",
            Continuing = dice.Chance(0.65),
            Strategy = dice.Pick(strategies),
            Unit = dice.Pick(units),
            StartsOn = year.StartsOn.AddMonths(dice.Chance(0.6) ? 0 : dice.Between(1, 2)),
            EndsOn = year.EndsOn,
            Venue = $"{dice.Pick(ProjectPhrases.Venues)} {area.Name}",
            VirementAllowed = dice.Chance(0.8),
            Fate = Fate(plan.FiscalYear),
        };
        rows.Projects.Add(project);
        BuildActivities(project);
        BuildTexts(project, topic);
        BuildKpis(project);
        BuildOwners(project, staff);
        BuildFundings(project);
    }

    private string Suffix(FiscalYear year) =>
        dice.Below(4) switch
        {
            0 => $" ประจำปีงบประมาณ พ.ศ. {ThaiNumber.ToThaiDigits($"{year.Number}")}",
            1 => $" สังกัด{area.Name}",
            2 => $" ระยะที่ {ThaiNumber.ToThaiDigits($"{dice.Between(1, 4)}")}",
            _ => "",
        };

    /// <summary>Projects of past years are nearly all completed; in the running year a few are still drafts.</summary>
    private ProjectFate Fate(int year)
    {
        var roll = dice.Share();
        if (year == options.CurrentYear)
            return roll < 0.02 ? ProjectFate.Draft
                : roll < 0.04 ? ProjectFate.Submitted
                : ProjectFate.Running;
        return roll < 0.03 ? ProjectFate.Cancelled
            : roll < 0.05 ? ProjectFate.Running
            : ProjectFate.Completed;
    }

    private void BuildActivities(ProjectRow project)
    {
        var size = dice.Share(0.4, 2.5);
        for (var position = 0; position < NationalOptions.ActivitiesPerProject; position++)
        {
            var name = ProjectPhrases.Activities[(position * 2 + dice.Below(2)) % ProjectPhrases.Activities.Length];
            var planned = new long[4];
            for (var quarter = 0; quarter < planned.Length; quarter++)
            {
                // Little is planned for the beginning of a year, when budgets are still being allotted.
                var hundreds = (int)(dice.Between(20, 400) * size * (quarter == 0 ? 0.6 : 1));
                planned[quarter] = dice.Chance(quarter == 0 ? 0.85 : 0.95) ? hundreds * 100 * Satang.PerBaht : 0;
            }

            var activity = new ActivityRow
            {
                Id = ids.Next(),
                Project = project,
                Position = position,
                Name = name,
                Planned = planned,
            };
            project.Activities.Add(activity);
            rows.Activities.Add(activity);
        }
    }

    private void BuildTexts(ProjectRow project, string topic)
    {
        var people = dice.Between(2, 30) * 10;
        var position = 0;
        Add(
            "RATIONALE",
            $"{dice.Pick(ProjectPhrases.Causes)}\n\n{dice.Pick(ProjectPhrases.Findings)}\n\n{area.Name} จึงจัดทำ{project.Name}ขึ้น "
                + $"เพื่อให้{topic}เกิดผลอย่างเป็นรูปธรรม สอดคล้องกับกลยุทธ์ {project.Strategy.Name} และความต้องการของสถานศึกษาในสังกัด"
        );
        for (var i = 0; i < 3; i++)
            Add(
                "OBJECTIVE",
                ProjectPhrases.Objectives[(project.Number + i) % ProjectPhrases.Objectives.Length],
                $"2.{i + 1}"
            );
        Add("OUTPUT_TARGET", $"{dice.Pick(ProjectPhrases.TargetGroups)} จำนวน {Thai(people)} คน ผ่านการพัฒนา", "3.1.1");
        Add("OUTPUT_TARGET", $"สถานศึกษา จำนวน {Thai(people / 5)} แห่ง ได้รับการนิเทศติดตาม", "3.1.2");
        Add("OUTCOME_TARGET", dice.Pick(ProjectPhrases.Outcomes), "3.2.1");
        Add("TARGET_GROUP", dice.Pick(ProjectPhrases.TargetGroups));
        Add("EXPECTED_RESULT", ProjectPhrases.Outcomes[project.Number % 4], "9.1");
        Add("EXPECTED_RESULT", ProjectPhrases.Outcomes[(project.Number + 1) % 4], "9.2");

        void Add(string kind, string text, string? number = null) =>
            rows.ProjectTexts.Add(new TextRow(ids.Next(), project.Id, position++, number, text, kind));
    }

    private void BuildKpis(ProjectRow project)
    {
        for (var position = 0; position < 4; position++)
        {
            var quantitative = position < 3;
            var way = dice.Below(ProjectPhrases.Methods.Length);
            decimal? target = quantitative ? dice.Between(14, 20) * 5 : null;
            rows.Kpis.Add(
                new KpiRow(
                    ids.Next(),
                    project,
                    position,
                    quantitative ? position + 1 : 1,
                    quantitative ? "QUANTITATIVE" : "QUALITATIVE",
                    quantitative
                        ? $"ร้อยละของ{dice.Pick(ProjectPhrases.TargetGroups)}ที่{(position == 0 ? "เข้าร่วมกิจกรรม" : position == 1 ? "ผ่านเกณฑ์การประเมิน" : "พึงพอใจต่อโครงการ")}"
                        : dice.Pick(ProjectPhrases.Outcomes),
                    target is { } value ? $"ร้อยละ {Thai((int)value)}" : "ระดับดีขึ้นไป",
                    target,
                    quantitative ? "ร้อยละ" : null,
                    ProjectPhrases.Methods[way],
                    ProjectPhrases.Tools[way]
                )
            );
        }
    }

    private void BuildOwners(ProjectRow project, IReadOnlyList<StaffRow> staff)
    {
        var first = dice.Below(staff.Count);
        for (var order = 0; order < (staff.Count > 1 && dice.Chance(0.4) ? 2 : 1); order++)
            rows.Owners.Add(new OwnerRow(ids.Next(), project.Id, order, staff[(first + order) % staff.Count]));
    }

    private void BuildFundings(ProjectRow project)
    {
        var outside = dice.Chance(0.15) ? project.Planned / 4 / Satang.PerBaht * Satang.PerBaht : 0;
        rows.Fundings.Add(new FundingRow(ids.Next(), project.Id, 0, "OFFICE", project.Planned - outside));
        if (outside > 0)
            rows.Fundings.Add(new FundingRow(ids.Next(), project.Id, 1, "EXTERNAL", outside));
    }

    private static string Thai(int number) => ThaiNumber.ToThaiDigits($"{number}");
}
