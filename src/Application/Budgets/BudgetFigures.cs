using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The figures of a budget position that lists can be filtered and sorted by.</summary>
internal static class BudgetFigures
{
    private static readonly (string Name, Expression<Func<Balance, decimal>> Of)[] Figures =
    [
        ("planned", b => b.Planned.Q1 + b.Planned.Q2 + b.Planned.Q3 + b.Planned.Q4),
        ("transferredIn", b => b.TransferredIn.Q1 + b.TransferredIn.Q2 + b.TransferredIn.Q3 + b.TransferredIn.Q4),
        ("transferredOut", b => b.TransferredOut.Q1 + b.TransferredOut.Q2 + b.TransferredOut.Q3 + b.TransferredOut.Q4),
        ("committed", b => b.Committed),
        ("disbursed", b => b.Disbursed.Q1 + b.Disbursed.Q2 + b.Disbursed.Q3 + b.Disbursed.Q4),
    ];

    /// <summary>Of an activity alone.</summary>
    public static (string Name, Expression<Func<Activity, decimal?>> Value)[] Own() =>
        [.. All().Select(figure => (figure.Name, Nullable(OfActivity(figure.Of))))];

    /// <summary>Of several activities together.</summary>
    public static (string Name, Expression<Func<T, decimal?>> Value)[] Sum<T>(
        Expression<Func<T, IEnumerable<Activity>>> activities
    ) =>
        [
            .. All()
                .Select(figure =>
                {
                    var sum = Expression.Call(
                        typeof(Enumerable),
                        nameof(Enumerable.Sum),
                        [typeof(Activity)],
                        activities.Body,
                        OfActivity(figure.Of)
                    );
                    return (figure.Name, Nullable(Expression.Lambda<Func<T, decimal>>(sum, activities.Parameters)));
                }),
        ];

    /// <summary>Also revised and available, which are made of the others.</summary>
    private static IEnumerable<(string Name, Expression<Func<Balance, decimal>> Of)> All()
    {
        var (planned, received, given) = (Figures[0].Of, Figures[1].Of, Figures[2].Of);
        var revised = Combined(Combined(planned, received, Expression.Add), given, Expression.Subtract);
        var spent = Combined(Figures[3].Of, Figures[4].Of, Expression.Add);
        return [.. Figures, ("revised", revised), ("available", Combined(revised, spent, Expression.Subtract))];
    }

    private static Expression<Func<Balance, decimal>> Combined(
        Expression<Func<Balance, decimal>> left,
        Expression<Func<Balance, decimal>> right,
        Func<Expression, Expression, Expression> combine
    ) =>
        Expression.Lambda<Func<Balance, decimal>>(combine(left.Body, right.Apply(left.Parameters[0])), left.Parameters);

    private static Expression<Func<Activity, decimal>> OfActivity(Expression<Func<Balance, decimal>> figure)
    {
        Expression<Func<Activity, Balance>> balance = activity => activity.Budget.Balance;
        return Expression.Lambda<Func<Activity, decimal>>(figure.Apply(balance.Body), balance.Parameters);
    }

    private static Expression<Func<T, decimal?>> Nullable<T>(Expression<Func<T, decimal>> value) =>
        Expression.Lambda<Func<T, decimal?>>(Expression.Convert(value.Body, typeof(decimal?)), value.Parameters);
}
