using System.Linq.Expressions;
using System.Reflection;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A query taken apart: its rows, and what it gives for each.</summary>
internal sealed record Projection(Expression Rows, LambdaExpression Result)
{
    private static readonly MethodInfo SelectMethod = (
        (MethodCallExpression)
            ((Expression<Func<IQueryable<int>, IQueryable<int>>>)(rows => rows.Select(row => row))).Body
    ).Method.GetGenericMethodDefinition();

    /// <summary>Several projections one upon the other become one.</summary>
    public static Projection Of(Expression query, Type type)
    {
        if (Selected(query) is not var (rows, result))
        {
            var row = Expression.Parameter(type, "row");
            return new Projection(query, Expression.Lambda(row, row));
        }

        while (Selected(rows) is var (below, inner))
        {
            var body = new Insertion(result.Parameters[0], inner.Body).Visit(result.Body);
            (rows, result) = (below, Expression.Lambda(body, inner.Parameters));
        }

        return new Projection(rows, result);
    }

    /// <summary>The same rows with another result.</summary>
    public Expression Giving(Expression result) =>
        Expression.Call(
            SelectMethod.MakeGenericMethod(Result.Parameters[0].Type, result.Type),
            Rows,
            Expression.Quote(Expression.Lambda(result, Result.Parameters))
        );

    private static (Expression Rows, LambdaExpression Result)? Selected(Expression query) =>
        query is MethodCallExpression { Method.IsGenericMethod: true } call
        && call.Method.GetGenericMethodDefinition() == SelectMethod
            ? (call.Arguments[0], (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand)
            : null;

    /// <summary>Puts an expression in a parameter's place; what is read off something made on the spot is what was put in.</summary>
    private sealed class Insertion(ParameterExpression parameter, Expression inserted) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? inserted : node;

        protected override Expression VisitMember(MemberExpression node)
        {
            var owner = Visit(node.Expression);
            if (
                owner is MemberInitExpression made
                && made.Bindings.OfType<MemberAssignment>().FirstOrDefault(one => one.Member.Name == node.Member.Name)
                    is { } assigned
            )
                return assigned.Expression;
            if (owner is MemberInitExpression && node.Type.IsValueType)
                return Expression.Default(node.Type);
            if (owner is NewExpression { Members: { } members } anonymous)
                return anonymous.Arguments[members.ToList().FindIndex(one => one.Name == node.Member.Name)];
            return node.Update(owner);
        }
    }
}
