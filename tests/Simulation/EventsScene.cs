using System.Text.Json;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Simulation;

/// <summary>A person in one of the two offerings, as the API tells it.</summary>
internal sealed record Enrolled(string Id, string? Person, string Offering, string Status, int? Seat, int Minutes);

/// <summary>An offering with few seats, and one that is held, in which everybody takes part.</summary>
internal sealed class EventsScene(GraphQLClient http)
{
    public const int Seats = 7;

    private const string Office = "TH-43-P2";

    private const string Query = """
        query ($after: String) { enrollments(first: 500, after: $after) { pageInfo { hasNextPage endCursor }
          nodes { id person { id } offering { id } status seat attendedMinutes } } }
        """;

    public List<string> People { get; } = [];

    public string Wanted { get; private set; } = "";

    public string Held { get; private set; } = "";

    public string Session { get; private set; } = "";

    public async Task SetAsync(int people, CancellationToken cancellationToken)
    {
        for (var i = 0; i < people; i++)
        {
            var made = await DoAsync(
                "createPerson",
                "person { id }",
                new
                {
                    officeCode = Office,
                    name = $"ครู คนที่{i}",
                    idempotencyKey = $"person {i}",
                },
                cancellationToken
            );
            People.Add(made.GetProperty("person").GetProperty("id").GetString()!);
        }

        (Wanted, _) = await OpenAsync(Seats, "2099-01-05", cancellationToken);
        (Held, Session) = await OpenAsync(null, "2023-01-09", cancellationToken);
        await DoAsync(
            "enroll",
            "enrollments { id }",
            new
            {
                offeringId = Held,
                people = People.Select(personId => new { personId }),
                idempotencyKey = "all",
            },
            cancellationToken
        );
        await MoveAsync(Held, 2, "START", cancellationToken);
    }

    public async Task<IReadOnlyList<Enrolled>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = new List<Enrolled>();
        string? after = null;
        bool more;
        do
        {
            var page = (await http.QueryAsync(Query, new { after }, cancellationToken)).GetProperty("enrollments");
            all.AddRange(page.GetProperty("nodes").EnumerateArray().Select(Read));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            more = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
        } while (more);
        return all;
    }

    private async Task<(string Offering, string Session)> OpenAsync(
        int? capacity,
        string day,
        CancellationToken cancellationToken
    )
    {
        var saved = (
            await DoAsync(
                "saveOffering",
                "offering { id sessions { id } }",
                new
                {
                    officeCode = Office,
                    fiscalYear = 2566,
                    expectedVersion = 0,
                    title = $"อบรม {day}",
                    method = "TRAINING",
                    capacity,
                    joining = "CLOSED",
                    overlapPolicy = "NONE",
                    requiredPercent = 80,
                    reportRequired = false,
                    sessions = new[]
                    {
                        new
                        {
                            startsAt = $"{day}T02:00:00Z",
                            endsAt = $"{day}T05:00:00Z",
                            minutes = 180,
                        },
                    },
                    idempotencyKey = $"offering {day}",
                },
                cancellationToken
            )
        ).GetProperty("offering");
        var id = saved.GetProperty("id").GetString()!;
        await MoveAsync(id, 1, "OPEN", cancellationToken);
        return (id, saved.GetProperty("sessions")[0].GetProperty("id").GetString()!);
    }

    private Task<JsonElement> MoveAsync(
        string offeringId,
        int expectedVersion,
        string step,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            "moveOffering",
            "offering { id }",
            new
            {
                offeringId,
                expectedVersion,
                step,
                idempotencyKey = $"{step} {offeringId}",
            },
            cancellationToken
        );

    private async Task<JsonElement> DoAsync(
        string mutation,
        string payload,
        object input,
        CancellationToken cancellationToken
    )
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = (
            await http.QueryAsync(
                $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {payload} errors {{ ... on Error {{ message }} }} }} }}",
                new { input },
                cancellationToken
            )
        ).GetProperty(mutation);
        return answer.GetProperty("errors").ValueKind == JsonValueKind.Null
            ? answer
            : throw new InvalidOperationException(answer.ToString());
    }

    private static Enrolled Read(JsonElement one) =>
        new(
            one.GetProperty("id").GetString()!,
            one.GetProperty("person").GetProperty("id").GetString(),
            one.GetProperty("offering").GetProperty("id").GetString()!,
            one.GetProperty("status").GetString()!,
            one.GetProperty("seat").ValueKind == JsonValueKind.Number ? one.GetProperty("seat").GetInt32() : null,
            one.GetProperty("attendedMinutes").GetInt32()
        );
}
