using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Credentials that are good say who asks; all others are refused.</summary>
public sealed class SignInTests(PlanService service) : PlanTests(service)
{
    private const string Who = "{ viewer { name roles offices } }";

    private static readonly Dictionary<string, object> Claims = new()
    {
        ["sub"] = "u-1",
        ["role"] = new[] { "budget-officer", "unknown" },
        ["office"] = "TH-43-P2",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_of_the_issuer_says_who_asks_and_what_for()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        (await WhoAsync(app, issuer.Token(Claims))).ShouldBe(
            """{"name":"user:u-1","roles":["BUDGET_OFFICER"],"offices":["TH-43-P2"]}"""
        );
        (
            await WhoAsync(
                app,
                issuer.Token(
                    new()
                    {
                        ["sub"] = "u-2",
                        ["roles"] = "viewer administrator",
                        ["offices"] = new[] { "A", "B" },
                    }
                )
            )
        ).ShouldBe("""{"name":"user:u-2","roles":["VIEWER","ADMINISTRATOR"],"offices":["A","B"]}""");
        (await WhoAsync(app, issuer.Token(new() { ["sub"] = "u-3" }))).ShouldBe(
            """{"name":"user:u-3","roles":[],"offices":[]}"""
        );
    }

    [Fact]
    public async Task An_item_of_a_list_is_one_role_or_office_whatever_it_holds()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        var token = issuer.Token(
            new()
            {
                ["sub"] = "u",
                ["role"] = new[] { "former administrator" },
                ["office"] = new[] { "not TH-43-P2" },
            }
        );
        (await WhoAsync(app, token)).ShouldBe("""{"name":"user:u","roles":[],"offices":["not TH-43-P2"]}""");
    }

    [Fact]
    public async Task Names_of_claims_are_configured_also_inside_of_objects()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(
            issuer,
            ("Auth:Oidc:NameClaim", "preferred_username"),
            ("Auth:Oidc:RoleClaim", "realm_access.roles"),
            ("Auth:Oidc:OfficeClaim", "office_code")
        );
        var claims = new Dictionary<string, object>
        {
            ["preferred_username"] = "somchai",
            ["realm_access"] = JsonSerializer.SerializeToElement(
                new { roles = new[] { "plan-officer", "offline_access" } }
            ),
            ["office_code"] = "TH-43-P2",
        };
        (await WhoAsync(app, issuer.Token(claims))).ShouldBe(
            """{"name":"user:somchai","roles":["PLAN_OFFICER"],"offices":["TH-43-P2"]}"""
        );
        await RefusedAsync(app, issuer.Token(Claims));
    }

    [Fact]
    public async Task A_token_that_is_not_good_is_refused_also_for_what_is_open()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var other = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        var good = issuer.Token(Claims);
        await WhoAsync(app, good);
        var parts = good.Split('.');
        var forged = Encode(
            Encoding
                .UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1]))
                .Replace("budget-officer", "administrator", StringComparison.Ordinal)
        );
        string[] bad =
        [
            issuer.Token(Claims, expiresIn: TimeSpan.FromHours(-1)),
            issuer.Token(Claims, audience: "elsewhere"),
            issuer.Token(Claims, audience: null),
            issuer.Token(Claims, issuer: other.Url),
            other.Token(Claims),
            other.Token(Claims, issuer: issuer.Url),
            issuer.Token(new() { ["role"] = "administrator" }),
            issuer.Token(new(Claims) { ["sub"] = "x\u200by" }),
            issuer.Token(new(Claims) { ["sub"] = 7 }),
            // Signed with the public key as if it were a secret.
            issuer.Token(
                Claims,
                signedWith: new SymmetricSecurityKey(issuer.PublicKey),
                algorithm: SecurityAlgorithms.HmacSha256
            ),
            $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{Encode("""{"alg":"None"}""")}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}.{forged}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{new string('A', 342)}",
            "tdp_nonsense",
            "a.b.c",
            "nonsense",
            new string('x', 8000),
        ];
        foreach (var token in bad)
            await RefusedAsync(app, token);
        // A token of another machine, and one of this machine where there are none.
        await RefusedAsync(app, Service.Token(Role.Administrator));
        await WhoAsync(app, good);
    }

    [Fact]
    public async Task Where_reading_alone_is_served_no_credentials_are_taken()
    {
        await using var app = await Service.StartAnotherAsync([("Auth:AnonymousReadOnly", "true")]);
        await RefusedAsync(app, Service.Token(Role.Administrator));
        using var nobody = PlanService.ClientOf(app, null);
        (await StatusAsync(nobody)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_ways_to_send_credentials_are_refused()
    {
        using var basic = Service.As(null);
        basic.DefaultRequestHeaders.Add("Authorization", "Basic YTpi");
        (await StatusAsync(basic)).ShouldBe(HttpStatusCode.Unauthorized);
        using var two = Service.As(null);
        two.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {Service.Token(Role.Viewer)}");
        two.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization",
            $"Bearer {Service.Token(Role.Administrator)}"
        );
        (await StatusAsync(two)).ShouldBe(HttpStatusCode.Unauthorized);
        using var empty = Service.As(null);
        empty.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");
        (await StatusAsync(empty)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Keys_of_the_issuer_change_and_old_tokens_with_them()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        var old = issuer.Token(Claims);
        await WhoAsync(app, old);
        issuer.ChangeKeys();
        // All that come at once with the new key are accepted, also where the issuer was asked just before.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => WhoAsync(app, issuer.Token(Claims))));
        issuer.ChangeKeys();
        await WhoAsync(app, issuer.Token(Claims));
        await RefusedAsync(app, old);
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_an_outage_and_what_is_open_stays_open()
    {
        var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        var token = issuer.Token(Claims);
        await issuer.DisposeAsync();
        using var client = PlanService.ClientOf(app, token);
        (await StatusAsync(client)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var nobody = PlanService.ClientOf(app, null);
        (await StatusAsync(nobody)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_with_unknown_extensions_or_times_that_are_not_seconds_is_refused()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        await WhoAsync(app, issuer.Token(Claims));
        await RefusedAsync(app, issuer.TokenOf(Claims, header: """{"alg":"RS256","crit":["x"],"x":1}"""));
        await RefusedAsync(app, issuer.TokenOf(Claims, header: """{"alg":"RS256","crit":[]}"""));
        var now = DateTimeOffset.UtcNow;
        await WhoAsync(app, issuer.TokenOf(new(Claims) { ["exp"] = now.AddHours(1).ToUnixTimeSeconds() }));
        await RefusedAsync(app, issuer.TokenOf(new(Claims) { ["exp"] = now.AddHours(1).ToUnixTimeMilliseconds() }));
        await RefusedAsync(app, issuer.TokenOf(new(Claims) { ["exp"] = now.AddHours(-1).ToUnixTimeMilliseconds() }));
        // Also where the keys are loaded for it.
        issuer.ChangeKeys();
        await RefusedAsync(app, issuer.TokenOf(new(Claims) { ["exp"] = now.AddHours(1).ToUnixTimeMilliseconds() }));
    }

    [Fact]
    public async Task Nobody_waits_for_an_issuer_that_hangs()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        var known = issuer.Token(Claims);
        await WhoAsync(app, known);
        issuer.Delay = TimeSpan.FromSeconds(5);
        issuer.ChangeKeys();
        using var client = PlanService.ClientOf(app, issuer.Token(Claims));
        await StatusAsync(client);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            using var response = await client.PostAsJsonAsync("/graphql", new { query = Who }, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
            slowest = slowest > watch.Elapsed ? slowest : watch.Elapsed;
        }

        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        // Tokens with a known key are accepted meanwhile, and health looks at none.
        await WhoAsync(app, known);
        using var health = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        issuer.Asked.ShouldBe(2, "one request is under way, and all wait for it");
        await Task.Delay(TimeSpan.FromSeconds(6), Cancellation);
        (await StatusAsync(client)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_that_was_replaced_under_its_id_is_loaded_once()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        await WhoAsync(app, issuer.Token(Claims));
        issuer.ReplaceKey();
        await WhoAsync(app, issuer.Token(Claims));
        var asked = issuer.Asked;
        var good = issuer.Token(Claims);
        for (var i = 0; i < 20; i++)
            await RefusedAsync(app, $"{good[..good.LastIndexOf('.')]}.{new string('A', 342)}");
        issuer.Asked.ShouldBe(asked);
    }

    [Fact]
    public async Task Invented_key_ids_do_not_become_a_flood_at_the_issuer()
    {
        await using var issuer = await FakeIssuer.StartAsync(Cancellation);
        await using var app = await StartAsync(issuer);
        await WhoAsync(app, issuer.Token(Claims));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 60; i++)
        {
            using var key = System.Security.Cryptography.RSA.Create(2048);
            using var client = PlanService.ClientOf(
                app,
                issuer.Token(Claims, signedWith: new RsaSecurityKey(key) { KeyId = $"invented-{i}" })
            );
            (await StatusAsync(client)).ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable);
        }

        issuer.Asked.ShouldBeLessThan(13 + (int)watch.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task Tokens_that_are_unknown_cost_the_database_nothing_and_others_at_the_address_are_served()
    {
        Service.Statements.Reset();
        using var bogus = Service.As("tdp_" + Guid.NewGuid().ToString("N"));
        for (var i = 0; i < 40; i++)
            (await StatusAsync(bogus)).ShouldBe(HttpStatusCode.Unauthorized);
        using var health = await bogus.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
        Service.Statements.Seen.Count(statement => statement.Contains("access_tokens")).ShouldBe(1);

        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:NewCredentialsPerSecond", "1"),
            ("RateLimits:NewCredentialsBurst", "10"),
        ]);
        using var known = PlanService.ClientOf(app, Service.Token(Role.Viewer));
        (await StatusAsync(known)).ShouldBe(HttpStatusCode.OK);
        var statuses = new List<HttpStatusCode>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 60; i++)
        {
            using var another = PlanService.ClientOf(app, "tdp_" + Guid.NewGuid().ToString("N"));
            statuses.Add(await StatusAsync(another));
        }

        statuses.ShouldAllBe(status =>
            status == HttpStatusCode.Unauthorized || status == HttpStatusCode.TooManyRequests
        );
        statuses
            .Count(status => status == HttpStatusCode.Unauthorized)
            .ShouldBeLessThan(12 + (int)watch.Elapsed.TotalSeconds);
        (await StatusAsync(known)).ShouldBe(HttpStatusCode.OK);
        using var nobody = PlanService.ClientOf(app);
        (await StatusAsync(nobody)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unknown_tokens_from_any_number_of_addresses_share_one_limit()
    {
        await using var app = await Service.StartAnotherAsync([
            ("Network:TrustedProxies:0", "127.0.0.1"),
            ("RateLimits:AllNewCredentialsPerSecond", "1"),
            ("RateLimits:AllNewCredentialsBurst", "10"),
        ]);
        using var known = PlanService.ClientOf(app, Service.Token(Role.Viewer));
        (await StatusAsync(known)).ShouldBe(HttpStatusCode.OK);
        using var repeated = PlanService.ClientOf(app, "tdp_" + Guid.NewGuid().ToString("N"));
        (await StatusAsync(repeated)).ShouldBe(HttpStatusCode.Unauthorized);
        Service.Statements.Reset();
        var checks = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 60; i++)
        {
            using var another = PlanService.ClientOf(app, "tdp_" + Guid.NewGuid().ToString("N"));
            another.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.1.2.{i}");
            if (await StatusAsync(another) == HttpStatusCode.Unauthorized)
                checks++;
        }

        checks.ShouldBeLessThan(12 + (int)watch.Elapsed.TotalSeconds);
        (await StatusAsync(known)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(repeated)).ShouldBe(HttpStatusCode.Unauthorized, "it is known to be unknown");
    }

    [Theory]
    [InlineData("", "", """{"sub":"a","role":"viewer","roles":["plan-officer"],"office":"TH-43-P2"}""", "a", 2)]
    [InlineData(
        "Preset",
        "Keycloak",
        """{"sub":"a","realm_access":{"roles":["viewer","offline_access"]},"resource_access":{"AUDIENCE":{"roles":["plan-officer"]},"other":{"roles":["administrator"]}},"offices":["TH-43-P2"]}""",
        "a",
        2
    )]
    [InlineData(
        "Preset",
        "Entra",
        """{"sub":"pairwise","oid":"a","roles":["viewer"],"role":"administrator"}""",
        "a",
        1
    )]
    [InlineData("RoleClaim", "x.my.client.roles", """{"sub":"a","x":{"my.client":{"roles":"viewer"}}}""", "a", 1)]
    [InlineData(
        "RoleClaim",
        "https://example.org/roles",
        """{"sub":"a","https://example.org/roles":["viewer"]}""",
        "a",
        1
    )]
    [InlineData("RoleClaim", "a.b", """{"sub":"a","a":"b","a.c":{"b":"viewer"}}""", "a", 0)]
    public void Claims_are_found_where_issuers_put_them(
        string setting,
        string value,
        string payload,
        string name,
        int roles
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Audience", "my.api"), new(setting.Length == 0 ? "None" : setting, value)])
            .Build();
        var options = configuration.Get<Auth.OidcOptions>()!;
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(
            $"{Encoded("{\"alg\":\"RS256\"}")}.{Encoded(payload.Replace("AUDIENCE", "my.api"))}.{Encoded("x")}"
        );
        var caller = Auth.Callers.Of(token, options, "user");
        caller.Name.ShouldBe($"user:{name}");
        caller.Roles.Count.ShouldBe(roles);

        static string Encoded(string text) =>
            System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task A_token_of_this_machine_ends_and_is_good_on_this_machine_alone()
    {
        using var good = Service.As(Service.Token([Role.Viewer], []));
        (await StatusAsync(good)).ShouldBe(HttpStatusCode.OK);
        using var expired = Service.As(Service.Token([Role.Viewer], [], hours: -1));
        (await StatusAsync(expired)).ShouldBe(HttpStatusCode.Unauthorized);
        var elsewhere = new Auth.LocalTokens([.. Enumerable.Repeat((byte)1, 32)]);
        using var other = Service.As(
            elsewhere.Issue("x", [Role.Administrator], [], DateTimeOffset.UtcNow, TimeSpan.FromHours(1))
        );
        (await StatusAsync(other)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<WebApplication> StartAsync(FakeIssuer issuer, params (string Name, string Value)[] settings) =>
        Service.StartAnotherAsync(
            [("Auth:Oidc:Authority", issuer.Url), ("Auth:Oidc:Audience", FakeIssuer.Audience), .. settings],
            withLocalTokens: false
        );

    private async Task<string> WhoAsync(WebApplication app, string token)
    {
        using var client = PlanService.ClientOf(app, token);
        return (await Service.QueryAsync(Who, client: client)).GetProperty("viewer").ToString();
    }

    private static async Task RefusedAsync(WebApplication app, string token)
    {
        using var client = PlanService.ClientOf(app, token);
        using var response = await client.PostAsJsonAsync("/graphql", new { query = Who }, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, token);
        response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        answer
            .GetProperty("errors")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("AUTH_NOT_AUTHENTICATED");
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query = Who }, Cancellation);
        return response.StatusCode;
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);
}
