using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Events;

/// <summary>
/// A code that is shown where a session is held, by which people say that they are there. Only its digest is kept. Each
/// enrolment has so many wrong tries, until there is a new code.
/// </summary>
public sealed class AttendanceCode : Entity
{
    /// <summary>After so many wrong tries the right code is refused as well.</summary>
    public const int MostWrongTries = 5;

    /// <summary>What everybody is told whose code is not accepted, whatever the reason.</summary>
    public static DomainError Wrong => EventStates.WrongCode;

    private readonly List<AttendanceTry> tries = [];

    private AttendanceCode() { }

    public AttendanceCode(Guid sessionId, byte[] digest, DateTimeOffset expiresAt) =>
        (SessionId, Digest, ExpiresAt) = (sessionId, digest, expiresAt);

    public Guid SessionId { get; private init; }

    public byte[] Digest { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    public IReadOnlyList<AttendanceTry> Tries => tries;

    /// <summary>Whether the code is right and still good for the enrolment; a wrong one is counted.</summary>
    public bool Accepts(Guid enrollmentId, byte[] digest, DateTimeOffset now)
    {
        var wrong = tries.Find(one => one.EnrollmentId == enrollmentId);
        if (now >= ExpiresAt || wrong?.Wrong >= MostWrongTries)
            return false;
        if (Digest.AsSpan().SequenceEqual(digest))
            return true;
        if (wrong is null)
            tries.Add(wrong = new AttendanceTry(Id, enrollmentId));
        wrong.Count();
        return false;
    }
}

/// <summary>How often a wrong code was given for an enrolment.</summary>
public sealed class AttendanceTry : Entity
{
    private AttendanceTry() { }

    internal AttendanceTry(Guid codeId, Guid enrollmentId) => (CodeId, EnrollmentId) = (codeId, enrollmentId);

    public Guid CodeId { get; private init; }

    public Guid EnrollmentId { get; private init; }

    public int Wrong { get; private set; }

    internal void Count() => Wrong++;
}
