namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>
/// Digests of what must not be found out from the database, by trying out what it could be: they are made with a key that
/// is kept outside of it.
/// </summary>
public interface IKeyedDigests
{
    /// <summary>The digest for one purpose; null if no key is configured (Privacy__KeyFile).</summary>
    byte[]? Of(string purpose, ReadOnlySpan<byte> content);
}
