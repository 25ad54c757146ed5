namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// An id as a client gave it. What is no id of the kind that is asked for has an empty <see cref="Id"/>, which nothing has:
/// it is simply not found.
/// </summary>
public readonly record struct GivenId(string Text, Guid Id);
