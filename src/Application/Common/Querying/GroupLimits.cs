namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>The maximum number of group keys, and of groups in a response, which is the maximum page size.</summary>
public static class GroupLimits
{
    public const int MaxKeys = 3;
    public const int DefaultSize = 100;
}
