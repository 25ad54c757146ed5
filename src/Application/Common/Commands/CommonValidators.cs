using FluentValidation;
using TeacherDevPlan.Application.Common.Idempotency;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>A command that says why.</summary>
public interface IReasonedCommand
{
    /// <summary>1 to 2000 characters; null where the command may come without one.</summary>
    string? Reason { get; }
}

/// <summary>The rule for the keys of all commands that have them.</summary>
public sealed class KeyValidator<T> : AbstractValidator<T>
    where T : IIdempotentCommand
{
    public KeyValidator() => RuleFor(command => command.IdempotencyKey).Text(1, 255);
}

/// <summary>The rule for the reasons of all commands that have them.</summary>
public sealed class ReasonValidator<T> : AbstractValidator<T>
    where T : IReasonedCommand
{
    public ReasonValidator() => RuleFor(command => command.Reason).Text(1, 2000);
}
