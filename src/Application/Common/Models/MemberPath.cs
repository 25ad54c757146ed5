using System.Linq.Expressions;
using System.Reflection;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// The path from a row to one of its members or to a member of a related row: <c>project =>
/// project.Plan.Office.Code</c>. If an entity has no navigation, its key leads on: <c>entry =>
/// RowOf.Id&lt;Project&gt;(entry.ProjectId).Name</c>. The SQL side maps a path to columns and joins.
/// </summary>
public sealed class MemberPath
{
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly Lazy<bool> isNullable;

    private MemberPath(IReadOnlyList<PathStep> steps)
    {
        Steps = steps;
        isNullable = new Lazy<bool>(() =>
        {
            lock (Nullability)
                return steps.Any(step => Nullability.Create(step.Property).ReadState == NullabilityState.Nullable);
        });
    }

    /// <summary>The steps, from the row to the member.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    public PropertyInfo Last => Steps[^1].Property;

    /// <summary>The member's type, without the <c>?</c> of value types.</summary>
    public Type Type => Nullable.GetUnderlyingType(Last.PropertyType) ?? Last.PropertyType;

    /// <summary>Whether the member, or anything on the path to it, may be null.</summary>
    public bool IsNullable => isNullable.Value;

    /// <summary>Extends the path to a member of the row that it leads to.</summary>
    public MemberPath Then(string member) =>
        new([.. Steps, new PathStep((Steps[^1].Row ?? Last.PropertyType).GetProperty(member)!)]);

    /// <summary>
    /// The path to the key of the row that this path leads to: for <c>Plan.Office</c>, <c>Plan.OfficeId</c>.
    /// </summary>
    public MemberPath ToKey() =>
        new([
            .. Steps.SkipLast(1),
            new PathStep(Steps[^1].Row is null ? Last.DeclaringType!.GetProperty($"{Last.Name}Id")! : Last),
        ]);

    /// <summary>"PrintedTotals.Q1".</summary>
    public override string ToString() => string.Join('.', Steps.Select(step => step.Property.Name));

    public static MemberPath? OrNull(LambdaExpression? member) => member is null ? null : Of(member);

    public static MemberPath Of(LambdaExpression member)
    {
        var steps = new List<PathStep>();
        var at = member.Body;
        Type? asRow = null;
        while (at != member.Parameters[0])
        {
            switch (at)
            {
                case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                    at = convert.Operand;
                    break;
                case MethodCallExpression { Method.Name: nameof(RowOf.Id) } call:
                    (asRow, at) = (call.Method.GetGenericArguments()[0], call.Arguments[0]);
                    break;
                // Value of a nullable is the member itself.
                case MemberExpression { Member: PropertyInfo { Name: "Value" } value } inner
                    when Nullable.GetUnderlyingType(value.DeclaringType!) is not null:
                    at = inner.Expression!;
                    break;
                case MemberExpression { Member: PropertyInfo property } step:
                    steps.Insert(0, new PathStep(property, asRow));
                    (asRow, at) = (null, step.Expression!);
                    break;
                default:
                    throw new ArgumentException($"{member} is not a path of members.", nameof(member));
            }
        }

        return new MemberPath(steps);
    }
}

/// <summary>One step of a path.</summary>
/// <param name="Row">For a key that leads to a row: the type of that row.</param>
public sealed record PathStep(PropertyInfo Property, Type? Row = null);

/// <summary>In paths, represents the row that a key refers to.</summary>
public static class RowOf
{
    public static TRow Id<TRow>(Guid? id)
        where TRow : class => throw new InvalidOperationException($"{id} can only be used in a path.");
}
