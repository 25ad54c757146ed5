namespace TeacherDevPlan.Application.Common;

/// <summary>
/// The database did not respond, or not in time. Whether a running command was committed is unknown; sending it again
/// with the same idempotency key executes it exactly once.
/// </summary>
public sealed class StoreUnavailableException(Exception cause)
    : Exception("The database does not respond. Retry the request, a mutation with the same idempotencyKey.", cause);
