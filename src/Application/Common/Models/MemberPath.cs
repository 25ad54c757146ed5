using System.Linq.Expressions;
using System.Reflection;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// The way from a row to one of its members or a member of a related row: <c>project => project.Plan.Office.Code</c>. Which columns and
/// joins it stands for is known where the SQL is made.
/// </summary>
public sealed class MemberPath
{
    private static readonly NullabilityInfoContext Nullability = new();

    private MemberPath(IReadOnlyList<PropertyInfo> steps) => Steps = steps;

    /// <summary>From the row on; navigations first, the member last.</summary>
    public IReadOnlyList<PropertyInfo> Steps { get; }

    public PropertyInfo Last => Steps[^1];

    /// <summary>The member's type, without the <c>?</c> of value types.</summary>
    public Type Type => Nullable.GetUnderlyingType(Last.PropertyType) ?? Last.PropertyType;

    /// <summary>Whether the member, or anything on the way to it, may be null.</summary>
    public bool IsNullable
    {
        get
        {
            lock (Nullability)
                return Steps.Any(step => Nullability.Create(step).ReadState == NullabilityState.Nullable);
        }
    }

    /// <summary>"PrintedTotals.Q1".</summary>
    public override string ToString() => string.Join('.', Steps.Select(step => step.Name));

    public static MemberPath Of(LambdaExpression member)
    {
        var steps = new List<PropertyInfo>();
        var at = member.Body;
        while (at != member.Parameters[0])
        {
            if (at is UnaryExpression { NodeType: ExpressionType.Convert } convert)
            {
                at = convert.Operand;
                continue;
            }

            if (at is not MemberExpression { Member: PropertyInfo property } step)
                throw new ArgumentException($"{member} is not a path of members.", nameof(member));
            // The value of a nullable is the member itself.
            if (!(property.Name == "Value" && Nullable.GetUnderlyingType(property.DeclaringType!) is not null))
                steps.Insert(0, property);
            at = step.Expression!;
        }

        return new MemberPath(steps);
    }
}
