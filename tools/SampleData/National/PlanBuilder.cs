using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>One office's plan of one fiscal year.</summary>
internal sealed class PlanBuilder(NationalOptions options, OfficeArea area, OfficeRows rows, Dice dice)
{
    /// <summary>Plans are imported some weeks before their year begins.</summary>
    private const int DaysBefore = 30;

    public void Build(KnownOffice office, IReadOnlyList<StaffRow> staff, KnownStrategies standing, int number)
    {
        var year = new FiscalYear(number);
        var plannedAt = year
            .StartsOn.AddDays(-dice.Between(5, DaysBefore))
            .ToDateTime(new TimeOnly(dice.Between(2, 8), dice.Below(60), dice.Below(60)), DateTimeKind.Utc);
        var ids = new SeededIds(dice, plannedAt);
        var plan = new PlanRow(
            ids.Next(),
            office.Id,
            number,
            $"แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. {number}",
            standing.Plan.Id,
            [.. staff.Select(member => member.Id)],
            [.. office.Units.Select(unit => unit.Id)],
            [.. standing.Strategies.Select(strategy => strategy.Id)]
        );
        rows.Plans.Add(plan);
        BuildTexts(plan, ids);
        BuildCalendar(plan, year, ids);
        var projects = new ProjectBuilder(options, area, rows, dice, ids);
        var (first, firstKpi) = (rows.Projects.Count, rows.Kpis.Count);
        for (var project = 1; project <= NationalOptions.ProjectsPerPlan; project++)
            projects.Build(plan, project, office.Units, staff, standing.Strategies);
        var calendar = new NationalCalendar(year, options.LastDay, dice);
        new LedgerBuilder(options, area, rows, dice).Build(rows.Projects[first..], calendar, plannedAt);
        new ReportBuilder(area, rows, calendar, dice).Build(rows.Projects[first..], rows.Kpis[firstKpi..]);
    }

    private void BuildTexts(PlanRow plan, SeededIds ids)
    {
        var texts = Phrases
            .FocusPoints.Skip(dice.Below(3))
            .Take(3)
            .Select(text => (text, "FOCUS_POINT"))
            .Concat(Phrases.Needs.Skip(dice.Below(4)).Take(5).Select(text => (text, "NEED")));
        var position = 0;
        foreach (var (text, kind) in texts)
        {
            rows.PlanTexts.Add(new TextRow(ids.Next(), plan.Id, position, $"{position + 1}", text, kind));
            position++;
        }
    }

    private void BuildCalendar(PlanRow plan, FiscalYear year, SeededIds ids)
    {
        var number = 1;
        foreach (var (name, from, to) in Phrases.Calendar)
        {
            DateOnly[] months =
            [
                .. Enumerable.Range(from, to - from + 1).Select(month => year.StartsOn.AddMonths(month)),
            ];
            rows.Calendar.Add(new CalendarRow(ids.Next(), plan.Id, number++, name, months));
        }
    }
}
