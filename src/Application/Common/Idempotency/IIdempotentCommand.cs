using TeacherDevPlan.Application.Common.Commands;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>
/// A command whose outcome is remembered under a key that the client chose before it sent it: the same command again gives
/// the first outcome again, a refusal as well as a success, and changes nothing. Another command under the key is decided afresh as
/// long as everything before it was refused, and refused once one has succeeded. A dry run looks a key up, and does not use it up.
/// </summary>
public interface IIdempotentCommand : IDryRunCommand
{
    /// <summary>1 to 255 characters, the caller's own; null where the command may come without one.</summary>
    string? IdempotencyKey { get; }
}

/// <summary>One that may come without a key, since sending it twice does no harm.</summary>
public interface IOptionalKey : IIdempotentCommand;

/// <inheritdoc cref="IIdempotentCommand"/>
public abstract record IdempotentCommand : DryRunCommand<Written>, IIdempotentCommand
{
    public string? IdempotencyKey { get; init; }
}
