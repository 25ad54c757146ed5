using System.Reflection;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>
/// The kinds of error that a command can be refused with, besides those that follow from what it is: an input whose shape is wrong, and
/// a key that was used. The schema's unions are made of them, and a test compares them with what the command's code can reach.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EndsInAttribute(params Type[] errors) : Attribute
{
    public IReadOnlyList<Type> Errors => errors;

    /// <summary>All kinds of error that a command can be refused with.</summary>
    public static IReadOnlyList<Type> Of(Type command) =>
        [
            .. command.GetCustomAttribute<EndsInAttribute>()?.Errors
                ?? throw new InvalidOperationException($"{command.Name} does not say what it ends in."),
            typeof(RequestInvalid),
            .. command.IsAssignableTo(typeof(IIdempotentCommand)) ? [typeof(IdempotencyKeyReused)] : (Type[])[],
        ];
}
