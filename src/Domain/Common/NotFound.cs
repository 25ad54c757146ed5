namespace TeacherDevPlan.Domain.Common;

/// <summary>An object that a request refers to does not exist or has another type.</summary>
/// <param name="What">The expected type: "Activity".</param>
/// <param name="GivenId">The id from the request.</param>
public sealed record NotFound(string What, string GivenId)
    : DomainError(
        "NOT_FOUND",
        new LocalText($"There is no {What} with the id '{GivenId}'.", $"ไม่พบ {What} ที่มีรหัส '{GivenId}'")
    );
