namespace TeacherDevPlan.Domain.Common;

/// <summary>Something that a request names is not there, or is not of that kind.</summary>
/// <param name="What">The kind that was asked for: "Activity".</param>
/// <param name="GivenId">The id as it was given.</param>
public sealed record NotFound(string What, string GivenId)
    : DomainError(
        "NOT_FOUND",
        new LocalText($"There is no {What} with the id '{GivenId}'.", $"ไม่พบ {What} ที่มีรหัส '{GivenId}'")
    );
