namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>The topics that have a version, by the names that the database knows them by.</summary>
internal static class TopicNames
{
    private static readonly DataTopics[] Topics =
    [
        .. Enum.GetValues<DataTopics>().Where(topic => topic is not (DataTopics.None or DataTopics.Unversioned)),
    ];

    public static IEnumerable<string> All => Topics.Select(Of);

    public static string Of(DataTopics topic) => topic.ToString().ToLowerInvariant();
}
