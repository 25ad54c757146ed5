using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A query without its hints, which EF Core does not know (<see cref="ReadHints"/>).</summary>
internal sealed class Whole : ExpressionVisitor
{
    private readonly HashSet<(Type Type, string Member)> unread = [];

    public static IQueryable<T> Of<T>(IQueryable<T> query) =>
        new Whole().Visit(query.Expression) is var bare && bare == query.Expression
            ? query
            : query.Provider.CreateQuery<T>(bare);

    /// <param name="unread">The members that need not be read.</param>
    public static Expression Of(Expression query, out IReadOnlySet<(Type Type, string Member)> unread)
    {
        var whole = new Whole();
        unread = whole.unread;
        return whole.Visit(query);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (!node.Method.IsGenericMethod || node.Method.GetGenericMethodDefinition() != ReadHints.WithoutMethod)
            return base.VisitMethodCall(node);
        var members = (string)((ConstantExpression)node.Arguments[1]).Value!;
        foreach (var member in members.Split(',', StringSplitOptions.RemoveEmptyEntries))
            unread.Add((node.Method.GetGenericArguments()[0], member));
        return Visit(node.Arguments[0]);
    }
}
