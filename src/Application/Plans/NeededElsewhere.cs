using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

internal static class NeededElsewhere
{
    /// <summary>Finds units and strategies that a file omits but that plans of other years refer to.</summary>
    public static async Task<IReadOnlyList<PlanFault>> StillNeededAsync(
        this IPlanRepository plans,
        PlanFile file,
        Office office,
        StrategicPlan? strategicPlan,
        CancellationToken cancellation
    )
    {
        var year = file.DevelopmentPlan.FiscalYear;
        string[] restated =
        [
            .. file.Office.Staff.Select(member => member.Name),
            .. file.DevelopmentPlan.Projects.SelectMany(project => project.Owners).Select(owner => owner.Name),
        ];
        var units = await plans.UnitsUsedElsewhereAsync(office.Id, year, restated, cancellation);
        var faults = Missing("/office/orgUnits", "unit", units, file.Office.OrgUnits.Select(unit => unit.Number));
        if (strategicPlan is null)
            return [.. faults];

        var strategies = await plans.StrategiesUsedElsewhereAsync(strategicPlan.Id, year, cancellation);
        var stated = file.StrategicPlan.Strategies.Select(strategy => strategy.Number);
        return [.. faults, .. Missing("/strategicPlan/strategies", "strategy", strategies, stated)];
    }

    private static IEnumerable<PlanFault> Missing(
        string path,
        string what,
        IReadOnlySet<int> used,
        IEnumerable<int> stated
    ) =>
        used.Except(stated)
            .Order()
            .Select(number => new PlanFault(
                path,
                $"{what} {number} is missing, but staff or plans of other years refer to it."
            ));
}
