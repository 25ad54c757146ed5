using Mediator;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>A command that can be rehearsed.</summary>
public interface IDryRunCommand : IBaseCommand
{
    /// <summary>Whether to tell the outcome and write nothing.</summary>
    bool DryRun { get; }
}

/// <inheritdoc cref="IDryRunCommand"/>
public abstract record DryRunCommand<T> : ICommand<Result<T>>, IDryRunCommand
{
    public bool DryRun { get; init; }
}
