using Npgsql;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>The place of each text in Thai order, as PostgreSQL has it: asked once for all texts, not a part of any query.</summary>
internal sealed class TextRanks(string connectionString)
{
    private Dictionary<string, long> ranks = new(StringComparer.Ordinal);

    public int Compare(string left, string right)
    {
        if (!ranks.ContainsKey(left) || !ranks.ContainsKey(right))
            Rank([left, right]);
        return ranks[left].CompareTo(ranks[right]);
    }

    /// <summary>Learns texts that will be compared, all at once.</summary>
    public void Rank(IEnumerable<string> texts)
    {
        string[] all = [.. ranks.Keys.Union(texts, StringComparer.Ordinal)];
        if (all.Length == ranks.Count)
            return;
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(
            """SELECT t, rank() OVER (ORDER BY t COLLATE "th-x-icu") FROM unnest($1) AS t""",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = all });
        using var reader = command.ExecuteReader();
        ranks = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
            ranks[reader.GetString(0)] = reader.GetInt64(1);
    }
}
