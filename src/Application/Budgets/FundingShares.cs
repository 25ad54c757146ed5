using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The money from one funding source.</summary>
/// <param name="Kind">The source; null if none is stated.</param>
/// <param name="Projects">The number of projects that have money from the source.</param>
internal sealed record FundingShare(FundingKind? Kind, int Projects, Balance Balance);

/// <summary>
/// Divides the money of projects by funding source. The money of a project with several sources is divided in
/// proportion to their stated amounts, and the project counts in each.
/// </summary>
internal static class FundingShares
{
    private static readonly IReadOnlyList<MemberPath> Stated =
    [
        Path(source => source.ProjectId),
        Path(source => source.Kind),
        Path(source => source.Amount),
    ];

    private static readonly MemberPath ProjectOf = Path(source => RowOf.Id<Project>(source.ProjectId));
    private static readonly MemberPath YearOf = Path(source => RowOf.Id<Project>(source.ProjectId).FiscalYear);

    /// <summary>The funding sources that the projects of a year state, by project, kind and amount.</summary>
    public static GroupQuery StatedBy(int fiscalYear, IReadOnlyDictionary<string, object?>? projects) =>
        new(typeof(FundingSource))
        {
            RelatedWhere = projects is null ? null : (ProjectOf, projects),
            Among = [(YearOf, [fiscalYear])],
            Keys = Stated,
        };

    /// <param name="projects">Groups of one project each, by its id, with its money by quarter.</param>
    /// <param name="stated">The result of <see cref="StatedBy"/>.</param>
    /// <returns>The shares by kind; money without a stated source comes last.</returns>
    public static IReadOnlyList<FundingShare> Of(IReadOnlyList<GroupRow> projects, IReadOnlyList<GroupRow> stated)
    {
        var sources = stated
            .SelectMany(row => Enumerable.Repeat(row, row.Count))
            .ToLookup(
                row => (Guid)row.Keys[0]!,
                row => new Source(EnumText.Parse<FundingKind>((string)row.Keys[1]!), (decimal)row.Keys[2]!)
            );
        return
        [
            .. projects
                .SelectMany(project => Parts(SummedBudget.Of(project), sources[(Guid)project.Keys[0]!]))
                .GroupBy(part => part.Kind)
                .OrderBy(parts => parts.Key ?? (FundingKind)int.MaxValue)
                .Select(parts => new FundingShare(
                    parts.Key,
                    parts.Count(),
                    parts.Aggregate(Balance.Zero, (sum, part) => sum + part.Balance)
                )),
        ];
    }

    private static IEnumerable<(FundingKind? Kind, Balance Balance)> Parts(Balance whole, IEnumerable<Source> stated)
    {
        var sources = stated.OrderBy(source => source.Kind).ToList();
        if (sources.Count == 0)
            return [(null, whole)];
        var parts = Apportionment.Of(whole, [.. sources.Select(source => source.Amount)]);
        return sources.Zip(parts, (source, part) => ((FundingKind?)source.Kind, part));
    }

    private static MemberPath Path<TValue>(Expression<Func<FundingSource, TValue>> member) => MemberPath.Of(member);

    private sealed record Source(FundingKind Kind, decimal Amount);
}
