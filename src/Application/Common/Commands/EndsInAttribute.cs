using System.Reflection;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>
/// The errors with which a command can be refused, besides those that follow from its kind: invalid input, and a key
/// that was used. The error unions of the schema are built from them, and a test compares them with the errors that the
/// command's compiled code can return.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EndsInAttribute(params Type[] errors) : Attribute
{
    public IReadOnlyList<Type> Errors => errors;

    /// <summary>All errors with which a command can be refused.</summary>
    public static IReadOnlyList<Type> Of(Type command) =>
        [
            .. command.GetCustomAttribute<EndsInAttribute>()?.Errors
                ?? throw new InvalidOperationException($"{command.Name} does not say what it ends in."),
            typeof(RequestInvalid),
            .. command.IsAssignableTo(typeof(IIdempotentCommand)) ? [typeof(IdempotencyKeyReused)] : (Type[])[],
        ];
}
