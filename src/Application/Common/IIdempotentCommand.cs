namespace TeacherDevPlan.Application.Common;

/// <summary>
/// A command whose outcome is stored under a key that the client chose. Repeating the command returns the first outcome,
/// a refusal or a success, and changes nothing. Another command under the key is processed as long as everything before
/// it was refused, and refused once one has succeeded. A dry run looks up the key, but does not use it up.
/// </summary>
public interface IIdempotentCommand : IDryRunCommand
{
    /// <summary>1 to 255 characters, scoped to the caller; null if the key is optional and was not given.</summary>
    string? IdempotencyKey { get; }
}

/// <summary>A command whose key is optional, because sending it twice does no harm.</summary>
public interface IOptionalKey : IIdempotentCommand;

/// <summary>
/// A command that writes nothing but entries in the ledger, its audit record and its key. Several of one caller can share a
/// transaction.
/// </summary>
public interface IPostingCommand : IIdempotentCommand;

/// <inheritdoc cref="IIdempotentCommand"/>
public abstract record IdempotentCommand<T> : DryRunCommand<T>, IIdempotentCommand
{
    public string? IdempotencyKey { get; init; }
}

/// <summary>Such a command that returns only ids.</summary>
public abstract record IdempotentCommand : IdempotentCommand<Written>;
