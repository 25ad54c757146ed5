using System.Text.Json;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>An entry as the API tells it.</summary>
/// <param name="Made">The id of the payment, commitment or transfer that it belongs to.</param>
internal sealed record Entry(
    string Kind,
    decimal Amount,
    string? Reference,
    string? Reason,
    string? Made,
    DateTimeOffset RecordedAt
);

/// <summary>Reads the whole ledger page by page, as any client can.</summary>
internal static class LedgerReader
{
    private const string Query = """
        query ($project: ID!, $after: String) { node(id: $project) { ... on Project { ledger(first: 500, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { kind amount reference reason recordedAt disbursement { id } commitment { id } transfer { id } } } } } }
        """;

    public static async Task<IReadOnlyList<Entry>> ReadAsync(GraphQLClient http, CancellationToken cancellationToken)
    {
        var projects = await http.QueryAsync("{ projects { nodes { id } } }", null, cancellationToken);
        var entries = new List<Entry>();
        foreach (var project in projects.GetProperty("projects").GetProperty("nodes").EnumerateArray())
        {
            string? after = null;
            bool more;
            do
            {
                var variables = new { project = project.GetProperty("id").GetString(), after };
                var data = await http.QueryAsync(Query, variables, cancellationToken);
                var ledger = data.GetProperty("node").GetProperty("ledger");
                entries.AddRange(ledger.GetProperty("nodes").EnumerateArray().Select(Read));
                after = ledger.GetProperty("pageInfo").GetProperty("endCursor").GetString();
                more = ledger.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            } while (more);
        }

        return entries;
    }

    private static Entry Read(JsonElement entry)
    {
        var kind = entry.GetProperty("kind").GetString()!;
        var of = kind switch
        {
            "DISBURSEMENT" or "REVERSAL" => "disbursement",
            "COMMITMENT" or "COMMITMENT_RELEASED" => "commitment",
            _ => "transfer",
        };
        var made = entry.GetProperty(of);
        return new Entry(
            kind,
            entry.GetProperty("amount").GetDecimal(),
            entry.GetProperty("reference").GetString(),
            entry.GetProperty("reason").GetString(),
            made.ValueKind == JsonValueKind.Object ? made.GetProperty("id").GetString() : null,
            entry.GetProperty("recordedAt").GetDateTimeOffset()
        );
    }
}
