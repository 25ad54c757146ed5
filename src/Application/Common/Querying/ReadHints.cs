using System.Linq.Expressions;
using System.Reflection;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>What a query tells its store besides what it asks for.</summary>
public static class ReadHints
{
    public static readonly MethodInfo WithoutMethod = typeof(ReadHints).GetMethod(nameof(Without))!;

    /// <summary>The same rows, of which some members need not be read: nobody looks at them.</summary>
    /// <param name="members">Their names, with a comma after each; empty for all of the row.</param>
    public static IQueryable<T> Without<T>(this IQueryable<T> rows, string members)
        where T : class =>
        members.Length == 0
            ? rows
            : rows.Provider.CreateQuery<T>(
                Expression.Call(
                    WithoutMethod.MakeGenericMethod(typeof(T)),
                    rows.Expression,
                    Expression.Constant(members)
                )
            );
}
