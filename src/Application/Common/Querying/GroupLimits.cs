namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>How many keys groups are made by, and how many groups are told; at most as many as rows of a page.</summary>
public static class GroupLimits
{
    public const int MaxKeys = 3;
    public const int DefaultSize = 100;
}
