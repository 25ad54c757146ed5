using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Figures;

/// <summary>
/// Summarises the development of people in a fiscal year (Buddhist era): exactly and as of now for development officers of the
/// office that is named, for everybody else by the figures that were settled.
/// </summary>
/// <param name="OfficeCode">Null for the whole country.</param>
/// <param name="Quarter">By the end of which the settled figures are; null for the latest settled one.</param>
public sealed record SummariseDevelopment(
    int FiscalYear,
    DevelopmentKey GroupBy,
    string? OfficeCode,
    FiscalQuarter? Quarter
) : IQuery<DevelopmentSummary>;

public enum DevelopmentBasis
{
    /// <summary>Everything that is recorded now.</summary>
    Exact,

    /// <summary>The public figures, settled once after each quarter, without small numbers.</summary>
    Settled,
}

/// <param name="Quarter">The quarter by whose end settled figures are; null for exact ones, and if the key is the quarter.</param>
public sealed record DevelopmentSummary(
    DevelopmentBasis Basis,
    FiscalQuarter? Quarter,
    IReadOnlyList<DevelopmentRow> Rows
)
{
    public decimal? UnsplitCost { get; init; }

    public decimal? OthersCost { get; init; }
}

/// <param name="Key">For programs: a code, a quarter, or the node id of a project; empty where there is no such row.</param>
/// <param name="Withheld">How many figures the row leaves out because they are withheld; 0 for exact ones.</param>
public sealed record DevelopmentRow(string Key, LocalText Label, DevelopmentMeasures Measures, int Withheld);

public sealed class SummariseDevelopmentHandler(
    IDevelopmentFactsReader facts,
    IGroupReader groups,
    Caller caller,
    AccessControl access
) : IQueryHandler<SummariseDevelopment, DevelopmentSummary>
{
    private static readonly AccessRule OfPeople = new([Role.DevelopmentOfficer], IsPersonal: true);

    private static readonly IReadOnlyList<MemberPath> OfOffice =
    [
        Path(office => office.Id),
        Path(office => office.Code),
        Path(office => office.Name),
        Path(office => office.ProvinceCode),
        Path(office => office.Province),
    ];

    public async ValueTask<DevelopmentSummary> Handle(SummariseDevelopment query, CancellationToken cancellationToken)
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        if (query.OfficeCode is not { } code || !caller.Is(Role.DevelopmentOfficer, code) || caller.IsSystem)
            return await groups.SettledAsync(query, cancellationToken);
        var found = await groups.ReadAsync(
            new GroupQuery(typeof(Office)) { Among = [(OfOffice[1], [code])], Keys = OfOffice },
            cancellationToken
        );
        if (found.Count == 0)
            return new DevelopmentSummary(DevelopmentBasis.Exact, null, []);
        access.Use("Enrollment.person", OfPeople);
        var office = found[0].Keys;
        var figures = new DevelopmentFigures(
            await facts.ReadAsync((Guid)office[0]!, query.FiscalYear, cancellationToken)
        );
        var cells = figures.By(query.GroupBy);
        var names = await groups.NamesAsync(query.GroupBy, cells.Keys, office, cancellationToken);
        return new DevelopmentSummary(
            DevelopmentBasis.Exact,
            null,
            [
                .. cells
                    .Select(cell => new DevelopmentRow(names(cell.Key).Key, names(cell.Key).Label, cell.Value, 0))
                    .OrderBy(row => row.Key, StringComparer.Ordinal),
            ]
        )
        {
            UnsplitCost = figures.UnsplitCost,
            OthersCost = figures.OthersCost,
        };
    }

    private static MemberPath Path(Expression<Func<Office, object?>> member) => MemberPath.Of(member);
}
