namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>A key and the command that was sent under it.</summary>
/// <param name="caller">The name of the caller that the key belongs to.</param>
/// <param name="given">The key as the client wrote it.</param>
public sealed class IdempotencyKey(string caller, string given, IIdempotentCommand command)
{
    public string Caller => caller;

    /// <summary>The key as it is stored, without blanks around it.</summary>
    public string Key { get; } = given.Trim();

    /// <summary>The key as it was stored before the migration KeysByInput.</summary>
    public string Given => given;

    public string Operation { get; } = command.GetType().Name;

    public byte[] Digest { get; } = CommandDigest.Of(command);

    /// <summary>Null if the command has no key.</summary>
    public static IdempotencyKey? Of(IIdempotentCommand command, string caller) =>
        command.IdempotencyKey is { } given ? new IdempotencyKey(caller, given, command) : null;

    /// <summary>Whether a stored request asked for the same as this one.</summary>
    public bool IsFor(string operation, byte[] digest) =>
        operation == Operation
        && digest.AsSpan().SequenceEqual(digest.Length == FirstDigest.Size ? FirstDigest.Of(command) : Digest);
}
