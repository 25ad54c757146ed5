using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Infrastructure.Persistence.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Access tokens: told once, stored as a digest, scoped, expiring, revocable.</summary>
public sealed class AccessTokenTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Create =
        "mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret accessToken { id name roles offices lastUsedAt "
        + "createdBy } errors { ... on ValidationError { field message } } } }";

    private const string Revoke =
        "mutation ($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { accessToken { revokedAt revokedBy } errors { __typename } } }";

    private HttpClient Administrator { get; } = service.ClientOf("administrator");

    [Fact]
    public async Task A_token_works_within_its_scope_until_it_is_revoked()
    {
        var made = await CreateAsync(
            new
            {
                name = "pay-script",
                roles = new[] { "BUDGET_OFFICER" },
                offices = new[] { "TH-43-P2" },
                expiresAt = InDays(30),
            }
        );
        var secret = made.GetProperty("secret").GetString()!;
        secret.ShouldStartWith("tdp_");
        var token = made.GetProperty("accessToken");
        token.GetProperty("createdBy").GetString().ShouldBe("local:somebody");
        token.GetProperty("lastUsedAt").ValueKind.ShouldBe(JsonValueKind.Null);

        using var script = Service.As(secret);
        (await Service.QueryAsync("{ viewer { name roles offices } }", client: script))
            .GetProperty("viewer")
            .ToString()
            .ShouldBe("""{"name":"token:pay-script","roles":["BUDGET_OFFICER"],"offices":["TH-43-P2"]}""");
        var (_, activities) = await Ledger.ProjectAsync(1);
        var paid = await Service.QueryAsync(
            $"mutation {{ commitBudget(input: {{ activityId: \"{activities[0]}\", amount: 1, reference: \"C\", idempotencyKey: \"k\" }}) {{ commitment {{ recordedBy }} }} }}",
            client: script
        );
        paid.ToString().ShouldContain("token:pay-script");
        (await CodeAsync("{ auditLog { totalCount } }", script)).ShouldBe("AUTH_NOT_AUTHORIZED");
        await Service.Services.GetRequiredService<TokenUses>().FlushAsync(TestContext.Current.CancellationToken);
        (await TokensAsync()).ShouldNotContain("\"lastUsedAt\":null");

        var id = token.GetProperty("id").GetString()!;
        var revoked = await Service.QueryAsync(Revoke, new { id }, Administrator);
        revoked.ToString().ShouldContain("\"revokedBy\":\"local:somebody\"");
        (await StatusAsync(script)).ShouldBe(HttpStatusCode.Unauthorized);
        // Again it changes nothing.
        (await Service.QueryAsync(Revoke, new { id }, Administrator))
            .ToString()
            .ShouldBe(revoked.ToString());
        (await Service.QueryAsync(Revoke, new { id = activities[0] }, Administrator))
            .ToString()
            .ShouldContain("NotFoundError");
    }

    [Fact]
    public async Task A_name_is_never_used_again_in_whatever_case()
    {
        var input = new
        {
            name = "script",
            roles = new[] { "VIEWER" },
            expiresAt = InDays(1),
        };
        var first = await CreateAsync(input);
        (await CreateAsync(input)).GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("name");
        await Service.QueryAsync(
            Revoke,
            new { id = first.GetProperty("accessToken").GetProperty("id").GetString() },
            Administrator
        );
        foreach (var name in (string[])["script", "Script", "SCRIPT"])
        {
            var again = await CreateAsync(
                new
                {
                    name,
                    input.roles,
                    input.expiresAt,
                }
            );
            again.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("name", name);
        }

        var copied = await Should.ThrowAsync<PostgresException>(() =>
            Service.ExecuteSqlAsync(
                "INSERT INTO access_tokens SELECT gen_random_uuid(), 'sCRIPT', roles, offices, 'x'::bytea, created_at, created_by, expires_at FROM access_tokens"
            )
        );
        copied.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    CreateAsync(
                        new
                        {
                            name = i % 2 == 0 ? "many" : "MANY",
                            roles = new[] { "VIEWER" },
                            expiresAt = InDays(1),
                        }
                    )
                )
        );
        made.Count(one => one.GetProperty("secret").ValueKind == JsonValueKind.String).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_refused()
    {
        var made = await CreateAsync(
            new
            {
                name = "short",
                roles = new[] { "VIEWER" },
                expiresAt = InDays(1),
            }
        );
        using var script = Service.As(made.GetProperty("secret").GetString());
        (await StatusAsync(script)).ShouldBe(HttpStatusCode.OK);
        await Service.ExecuteSqlAsync("UPDATE access_tokens SET expires_at = now() - interval '1 second'");
        (await StatusAsync(script)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_secret_is_kept_nowhere()
    {
        var made = await CreateAsync(
            new
            {
                name = "secret",
                roles = new[] { "VIEWER" },
                expiresAt = InDays(1),
            }
        );
        var secret = made.GetProperty("secret").GetString()!;
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        foreach (var table in (string[])["access_tokens", "audit_records"])
        {
            await using var find = source.CreateCommand(
                $"SELECT count(*) FROM {table} t WHERE t::text LIKE '%' || $1 || '%'"
            );
            find.Parameters.AddWithValue(secret[4..]);
            (await find.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        }

        (await TokensAsync()).ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("""{ "name": "", "roles": ["VIEWER"], "expiresAt": "DAY" }""", "name")]
    [InlineData("""{ "name": "ก", "roles": ["VIEWER"], "expiresAt": "DAY" }""", "name")]
    [InlineData("""{ "name": "x\n", "roles": ["VIEWER"], "expiresAt": "DAY" }""", "name")]
    [InlineData("""{ "name": "x", "roles": ["VIEWER"], "offices": ["TH-43-P2\n"], "expiresAt": "DAY" }""", "offices")]
    [InlineData("""{ "name": "x", "roles": [], "expiresAt": "DAY" }""", "roles")]
    [InlineData("""{ "name": "x", "roles": ["BUDGET_OFFICER"], "expiresAt": "DAY" }""", "offices")]
    [InlineData(
        """{ "name": "x", "roles": ["PLAN_OFFICER"], "offices": ["MINISTRY"], "expiresAt": "DAY" }""",
        "offices"
    )]
    [InlineData("""{ "name": "x", "roles": ["APPROVER"], "expiresAt": "DAY" }""", "offices")]
    [InlineData("""{ "name": "x", "roles": ["VIEWER"], "offices": ["nowhere"], "expiresAt": "DAY" }""", "offices")]
    [InlineData("""{ "name": "x", "roles": ["VIEWER"], "expiresAt": "2020-01-01T00:00:00Z" }""", "expiresAt")]
    [InlineData("""{ "name": "x", "roles": ["VIEWER"], "expiresAt": "2999-01-01T00:00:00Z" }""", "expiresAt")]
    public async Task A_token_that_cannot_be_right_names_its_field(string input, string field)
    {
        var made = await CreateAsync(
            JsonDocument.Parse(input.Replace("DAY", InDays(1), StringComparison.Ordinal)).RootElement
        );
        made.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
        made.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    private static string InDays(int days) =>
        DateTimeOffset
            .UtcNow.AddDays(days)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<JsonElement> CreateAsync(object input) =>
        (await Service.QueryAsync(Create, new { input }, Administrator)).GetProperty("createAccessToken");

    private async Task<string> TokensAsync() =>
        (
            await Service.QueryAsync(
                "{ accessTokens { nodes { id name roles offices createdAt expiresAt revokedAt lastUsedAt } } }",
                client: Administrator
            )
        ).ToString();

    private async Task<string?> CodeAsync(string query, HttpClient client) =>
        (await Service.ErrorAsync(query, client: client)).GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync(
            "/graphql",
            new { query = "{ __typename }" },
            TestContext.Current.CancellationToken
        );
        return response.StatusCode;
    }
}
