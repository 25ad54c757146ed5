using Mediator;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common;

/// <summary>A command that supports dry runs.</summary>
public interface IDryRunCommand : IBaseCommand
{
    /// <summary>Whether to return the outcome without writing anything.</summary>
    bool DryRun { get; }
}

/// <inheritdoc cref="IDryRunCommand"/>
public abstract record DryRunCommand<T> : ICommand<Result<T>>, IDryRunCommand
{
    public bool DryRun { get; init; }
}
