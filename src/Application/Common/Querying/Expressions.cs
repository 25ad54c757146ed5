using System.Linq.Expressions;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>Putting expressions together.</summary>
public static class Expressions
{
    public static readonly Expression True = Expression.Constant(true);

    /// <summary>The body of a lambda with another expression in its parameter's place.</summary>
    public static Expression Apply(this LambdaExpression lambda, Expression argument) =>
        new Replacement(lambda.Parameters[0], argument).Visit(lambda.Body);

    /// <summary>A condition on two values, with the second given.</summary>
    public static Expression<Func<T, bool>> WithSecond<T, TSecond>(
        this Expression<Func<T, TSecond, bool>> lambda,
        TSecond second
    )
    {
        var given = Parameter(second, typeof(TSecond));
        return Expression.Lambda<Func<T, bool>>(
            new Replacement(lambda.Parameters[1], given).Visit(lambda.Body),
            lambda.Parameters[0]
        );
    }

    /// <summary>A lambda over two values, with the second computed from the first.</summary>
    public static Expression<Func<T, TResult>> WithSecond<T, TSecond, TResult>(
        this Expression<Func<T, TSecond, TResult>> lambda,
        Expression<Func<T, TSecond>> second
    )
    {
        var first = lambda.Parameters[0];
        var body = new Replacement(lambda.Parameters[1], second.Apply(first)).Visit(lambda.Body);
        return Expression.Lambda<Func<T, TResult>>(body, first);
    }

    /// <summary>A lambda over three values, with the third computed from the first.</summary>
    public static Expression<Func<T, TSecond, TResult>> WithThird<T, TSecond, TThird, TResult>(
        this Expression<Func<T, TSecond, TThird, TResult>> lambda,
        Expression<Func<T, TThird>> third
    )
    {
        var first = lambda.Parameters[0];
        var body = new Replacement(lambda.Parameters[2], third.Apply(first)).Visit(lambda.Body);
        return Expression.Lambda<Func<T, TSecond, TResult>>(body, first, lambda.Parameters[1]);
    }

    /// <summary>A lambda over four values, with the others computed from the first.</summary>
    public static Expression<Func<T, TResult>> With<T, T2, T3, T4, TResult>(
        this Expression<Func<T, T2, T3, T4, TResult>> lambda,
        Expression<Func<T, T2>> second,
        Expression<Func<T, T3>> third,
        Expression<Func<T, T4>> fourth
    )
    {
        var first = lambda.Parameters[0];
        LambdaExpression[] others = [second, third, fourth];
        var body = others
            .Zip(lambda.Parameters.Skip(1))
            .Aggregate(lambda.Body, (inner, one) => new Replacement(one.Second, one.First.Apply(first)).Visit(inner));
        return Expression.Lambda<Func<T, TResult>>(body, first);
    }

    /// <summary>A lambda over what another one gives.</summary>
    public static Expression<Func<T, TResult>> After<T, TInner, TResult>(
        this Expression<Func<TInner, TResult>> lambda,
        Expression<Func<T, TInner>> inner
    ) => Expression.Lambda<Func<T, TResult>>(lambda.Apply(inner.Body), inner.Parameters);

    /// <summary>
    /// A value as a query parameter rather than a literal, so that queries which differ in values alone are one query to
    /// EF Core and to PostgreSQL.
    /// </summary>
    public static Expression Parameter(object? value, Type type)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)!;
        return Expression.Property(Expression.Constant(box), nameof(Box<>.Value));
    }

    public static Expression And(IEnumerable<Expression> terms) => Combine(terms, Expression.AndAlso);

    public static Expression Or(IEnumerable<Expression> terms) => Combine(terms, Expression.OrElse);

    public static Expression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    public static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static Expression Combine(IEnumerable<Expression> terms, Func<Expression, Expression, Expression> join)
    {
        var list = terms.Where(term => term != True).ToList();
        return list.Count == 0 ? True : list.Aggregate(join);
    }

    private sealed class Replacement(ParameterExpression parameter, Expression argument) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? argument : node;
    }

    private sealed class Box<T>(T value)
    {
        public T Value { get; } = value;
    }
}
