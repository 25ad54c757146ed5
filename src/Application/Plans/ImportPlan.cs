using System.Security.Cryptography;
using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>
/// Takes over a plan file: creates the office's plan of that year or makes it what the file says. The same file again
/// changes nothing. A file that breaks its schema or a rule is refused whole (<see cref="PlanFileRefused"/>).
/// </summary>
/// <param name="Content">The file, UTF-8, at most 5 MB.</param>
public sealed record ImportPlan(ReadOnlyMemory<byte> Content) : ICommand<Result<ImportReport>>;

/// <summary>What an import did.</summary>
/// <param name="RowsChanged">Rows added, changed or removed; 0 for a file that was already in.</param>
public sealed record ImportReport(
    string OfficeCode,
    int FiscalYear,
    ImportOutcome Outcome,
    int RowsChanged,
    int Projects,
    int Activities,
    int Indicators,
    int Datasets
);

public enum ImportOutcome
{
    Created,
    Updated,
    Unchanged,
}

public sealed class ImportPlanValidator : AbstractValidator<ImportPlan>
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public ImportPlanValidator() =>
        RuleFor(command => command.Content.Length)
            .InclusiveBetween(1, MaxBytes)
            .OverridePropertyName("content")
            .Refuse("a plan file has 1 byte to 5 MB.", "ไฟล์แผนต้องมีขนาด 1 ไบต์ถึง 5 MB");
}

public sealed class ImportPlanHandler(
    IPlanFileReader reader,
    IPlanRepository plans,
    SpendingPlanImport spending,
    IAuditTrail audit
) : ICommandHandler<ImportPlan, Result<ImportReport>>
{
    public async ValueTask<Result<ImportReport>> Handle(ImportPlan command, CancellationToken cancellationToken)
    {
        var read = reader.Read(command.Content);
        if (read.Error is { } refusal)
            return refusal;

        var file = read.Value;
        await plans.LockOfficeAsync(file.Office.Code, cancellationToken);
        var office = await plans.FindOfficeAsync(file.Office.Code, cancellationToken);
        if (office is null)
            plans.Add(office = new Office(file.Office.Code));
        var firstYear = file.StrategicPlan.FirstFiscalYear;
        var strategicPlan = await plans.FindStrategicPlanAsync(office.Id, firstYear, cancellationToken);
        var faults = await StillNeededAsync(file, office, strategicPlan, cancellationToken);
        if (faults.Count > 0)
            return new PlanFileRefused(faults);

        office.Apply(file.Office, file.DevelopmentPlan.Projects.SelectMany(project => project.Owners));
        if (strategicPlan is null)
            plans.Add(strategicPlan = new StrategicPlan(office, firstYear));
        strategicPlan.Apply(file.StrategicPlan);
        var year = file.DevelopmentPlan.FiscalYear;
        var plan = await plans.FindDevelopmentPlanAsync(office.Id, year, cancellationToken);
        var created = plan is null;
        if (plan is null)
            plans.Add(plan = new DevelopmentPlan(office, year));
        var before = plan.Projects.SelectMany(project => project.Activities).ToList();
        var stood = created ? null : Figures(plan);
        plan.Apply(file, strategicPlan);
        faults = await spending.WithdrawAsync(before, plan, cancellationToken);
        if (faults.Count > 0)
            return new PlanFileRefused(faults);

        var rows = await plans.SaveAsync(cancellationToken);
        var (entries, overspent) = await spending.PlanAsync(plan, cancellationToken);
        if (overspent.Count > 0)
            return new PlanFileRefused(overspent);
        var report = Report(plan, strategicPlan, created, rows + entries);
        if (report.RowsChanged > 0)
            audit.Write(EntryOf(command, plan, stood, report));
        return report;
    }

    /// <summary>Units and strategies that the file no longer has but that other years' plans stand on.</summary>
    private async Task<IReadOnlyList<PlanFault>> StillNeededAsync(
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

    private static AuditEntry EntryOf(ImportPlan command, DevelopmentPlan plan, object? before, ImportReport report) =>
        new(AuditKind.Write, "importPlan", [new NodeId(nameof(DevelopmentPlan), plan.Id).ToString()])
        {
            Before = before,
            After = new
            {
                Projects = Figures(plan),
                report.OfficeCode,
                report.FiscalYear,
                Outcome = report.Outcome.ToString(),
                report.RowsChanged,
                FileSha256 = Convert.ToHexStringLower(SHA256.HashData(command.Content.Span)),
            },
        };

    private static List<ProjectFigures> Figures(DevelopmentPlan plan) =>
        [
            .. plan
                .Projects.OrderBy(project => project.Number)
                .Select(project => new ProjectFigures(
                    project.Number,
                    project.Name,
                    EnumText.Of(project.Status),
                    project.StatedBudget,
                    project.Version,
                    project.Activities.Count
                )),
        ];

    private static ImportReport Report(DevelopmentPlan plan, StrategicPlan strategicPlan, bool created, int rows) =>
        new(
            plan.Office.Code,
            plan.FiscalYear,
            created ? ImportOutcome.Created
                : rows > 0 ? ImportOutcome.Updated
                : ImportOutcome.Unchanged,
            rows,
            plan.Projects.Count,
            plan.Projects.Sum(project => project.Activities.Count),
            strategicPlan.Strategies.Sum(strategy => strategy.Indicators.Count),
            plan.Datasets.Count
        );

    /// <summary>What the audit trail tells of a project.</summary>
    private sealed record ProjectFigures(
        int Number,
        string Name,
        string Status,
        decimal StatedBudget,
        int Version,
        int Activities
    );
}
