namespace TeacherDevPlan.Application.Common;

/// <summary>
/// The database did not answer, or not in time. Whether a command that was under way was done is not known; sent again under
/// the same idempotency key it is done once.
/// </summary>
public sealed class StoreUnavailableException(Exception cause)
    : Exception(
        "The database does not answer at the moment. Send the request again, a mutation under the same idempotencyKey.",
        cause
    );
