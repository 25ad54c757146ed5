using System.Linq.Expressions;
using System.Reflection;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// The way from a row to one of its members or a member of a related row: <c>project => project.Plan.Office.Code</c>. Where an entity
/// has no navigation, its key leads on: <c>entry => RowOf.Id&lt;Project&gt;(entry.ProjectId).Name</c>. Which columns and joins a path
/// stands for is known where the SQL is made.
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

    /// <summary>From the row on; the member last.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    public PropertyInfo Last => Steps[^1].Property;

    /// <summary>The member's type, without the <c>?</c> of value types.</summary>
    public Type Type => Nullable.GetUnderlyingType(Last.PropertyType) ?? Last.PropertyType;

    /// <summary>Whether the member, or anything on the way to it, may be null.</summary>
    public bool IsNullable => isNullable.Value;

    /// <summary>To a member of the row that the path leads to.</summary>
    public MemberPath Then(string member) =>
        new([.. Steps, new PathStep((Steps[^1].Row ?? Last.PropertyType).GetProperty(member)!)]);

    /// <summary>To the key that names the row that the path leads to: <c>Plan.Office</c> is named by <c>Plan.OfficeId</c>.</summary>
    public MemberPath ToKey() =>
        new([
            .. Steps.SkipLast(1),
            new PathStep(Steps[^1].Row is null ? Last.DeclaringType!.GetProperty($"{Last.Name}Id")! : Last),
        ]);

    /// <summary>"PrintedTotals.Q1".</summary>
    public override string ToString() => string.Join('.', Steps.Select(step => step.Property.Name));

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
                // The value of a nullable is the member itself.
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
/// <param name="Row">Of a key that leads on: the type of the row that it names.</param>
public sealed record PathStep(PropertyInfo Property, Type? Row = null);

/// <summary>Stands in paths for the row that a key names.</summary>
public static class RowOf
{
    public static TRow Id<TRow>(Guid? id)
        where TRow : class => throw new InvalidOperationException($"{id} only stands in a path.");
}
