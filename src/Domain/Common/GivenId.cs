namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// An id from a client. If it is not an id of the expected type, <see cref="Id"/> is empty, which no object has, so
/// nothing is found.
/// </summary>
public readonly record struct GivenId(string Text, Guid Id);
