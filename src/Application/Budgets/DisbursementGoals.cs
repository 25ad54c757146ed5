using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The percentage of a year's budget that the government wants to be paid by the end of a quarter.</summary>
/// <param name="Id">The id of the <see cref="DisbursementTarget"/>.</param>
/// <param name="CumulativePercent">The percentage, counted from the first day of the year.</param>
public sealed record DisbursementGoal(
    Guid Id,
    ExpenseClass ExpenseClass,
    FiscalQuarter Quarter,
    decimal CumulativePercent
);

internal static class DisbursementGoals
{
    private static readonly MemberPath FiscalYear = Path(target => target.FiscalYear);

    private static readonly IReadOnlyList<MemberPath> Keys =
    [
        Path(target => target.Id),
        Path(target => target.ExpenseClass),
        Path(target => target.Quarter),
        Path(target => target.CumulativePercent),
    ];

    /// <summary>The targets of a fiscal year, by class and quarter.</summary>
    public static async Task<IReadOnlyList<DisbursementGoal>> OfYearAsync(
        this IGroupReader groups,
        int fiscalYear,
        CancellationToken cancellationToken
    )
    {
        var query = new GroupQuery(typeof(DisbursementTarget)) { Among = [(FiscalYear, [fiscalYear])], Keys = Keys };
        var found = await groups.ReadAsync(query, cancellationToken);
        return
        [
            .. found
                .Select(row => new DisbursementGoal(
                    (Guid)row.Keys[0]!,
                    EnumText.Parse<ExpenseClass>((string)row.Keys[1]!),
                    EnumText.Parse<FiscalQuarter>((string)row.Keys[2]!),
                    (decimal)row.Keys[3]!
                ))
                .OrderBy(goal => goal.ExpenseClass)
                .ThenBy(goal => goal.Quarter),
        ];
    }

    private static MemberPath Path(Expression<Func<DisbursementTarget, object?>> member) => MemberPath.Of(member);
}
