using FluentValidation;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>A command with a reason.</summary>
public interface IReasonedCommand
{
    /// <summary>1 to 2000 characters; null if the reason is optional and was not given.</summary>
    string? Reason { get; }
}

/// <summary>Validates the key of every command that has one.</summary>
public sealed class KeyValidator<T> : AbstractValidator<T>
    where T : IIdempotentCommand
{
    public KeyValidator() => RuleFor(command => command.IdempotencyKey).Text(1, 255);
}

/// <summary>Validates the reason of every command that has one.</summary>
public sealed class ReasonValidator<T> : AbstractValidator<T>
    where T : IReasonedCommand
{
    public ReasonValidator() => RuleFor(command => command.Reason).Text(1, 2000);
}
