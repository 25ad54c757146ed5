namespace TeacherDevPlan.Application.Common;

/// <param name="Name">What was compared.</param>
/// <param name="Compared">The number of compared items.</param>
/// <param name="Differences">The number of items that differ.</param>
/// <param name="Examples">Some of the differing items, with enough detail to find them.</param>
public sealed record ConsistencyCheck(string Name, long Compared, long Differences, IReadOnlyList<string> Examples);
