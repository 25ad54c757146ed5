namespace TeacherDevPlan.Application.Common;

/// <summary>
/// The database did not respond in time, or takes no changes at the moment. Whether a running command was committed is
/// unknown; sending it again with the same idempotency key executes it exactly once.
/// </summary>
/// <param name="isReadable">Whether the database still answers queries.</param>
public sealed class StoreUnavailableException(Exception cause, bool isReadable = false)
    : Exception(
        isReadable
            ? "The database takes no changes at the moment: it is read-only, a standby or full. Queries are answered; retry mutations later, with the same idempotencyKey."
            : "The database does not respond. Retry the request, a mutation with the same idempotencyKey.",
        cause
    );
