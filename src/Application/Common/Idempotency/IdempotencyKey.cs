namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>A key and the command that was sent under it.</summary>
/// <param name="caller">Whose key it is.</param>
/// <param name="given">The key as the client wrote it.</param>
public sealed class IdempotencyKey(string caller, string given, IIdempotentCommand command)
{
    public string Caller => caller;

    /// <summary>As it is stored: without blanks around it.</summary>
    public string Key { get; } = given.Trim();

    /// <summary>As it was stored until the migration KeysByInput.</summary>
    public string Given => given;

    public string Operation { get; } = command.GetType().Name;

    public byte[] Digest { get; } = CommandDigest.Of(command);

    /// <summary>Null where the command came without one.</summary>
    public static IdempotencyKey? Of(IIdempotentCommand command, string caller) =>
        command.IdempotencyKey is { } given ? new IdempotencyKey(caller, given, command) : null;

    /// <summary>Whether a stored request asked for the same.</summary>
    public bool IsFor(string operation, byte[] digest) =>
        operation == Operation
        && digest.AsSpan().SequenceEqual(digest.Length == FirstDigest.Size ? FirstDigest.Of(command) : Digest);
}
