using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mediator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Access.Administration;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Where it is set, a token that can write needs two administrators.</summary>
public sealed class TokenConfirmationTests(PlanService service) : LedgerTestsBase(service), IAsyncLifetime
{
    private const string Create =
        "mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret accessToken { id confirmedAt } } }";

    private const string Confirm =
        "mutation ($id: ID!) { confirmAccessToken(input: { accessTokenId: $id }) { accessToken { confirmedAt confirmedBy } "
        + "errors { __typename ... on ValidationError { message } } } }";

    private WebApplication app = null!;

    /// <summary>Signed in as local:somebody.</summary>
    private HttpClient Creator => PlanService.ClientOf(app, Service.Token(Role.Administrator));

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        app = await Service.StartAnotherAsync([("Auth:ConfirmAccessTokens", "true")]);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await app.DisposeAsync();
        await DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_token_that_can_write_can_do_nothing_until_another_administrator_confirms_it(Role role)
    {
        var (id, secret) = await CreateAsync(Creator, "t", role);
        using var script = PlanService.ClientOf(app, secret);
        using var elsewhere = Service.As(secret);
        var waits = role is not (Role.Viewer or Role.MinistryAnalyst);
        foreach (var client in (HttpClient[])[script, elsewhere])
            (await StatusAsync(client)).ShouldBe(waits ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        if (!waits)
            return;

        (await ConfirmAsync(Creator, id)).ToString().ShouldContain("another administrator");
        (await StatusAsync(script)).ShouldBe(HttpStatusCode.Unauthorized);
        using var second = PlanService.ClientOf(app, await AtCommandLineAsync("second"));
        var confirmed = await ConfirmAsync(second, id);
        confirmed.ToString().ShouldContain("token:second");
        foreach (var client in (HttpClient[])[script, elsewhere])
            (await StatusAsync(client)).ShouldBe(HttpStatusCode.OK);
        // Again it changes nothing.
        using var third = PlanService.ClientOf(app, await AtCommandLineAsync("third"));
        (await ConfirmAsync(third, id)).ToString().ShouldBe(confirmed.ToString());
    }

    [Fact]
    public async Task Whoever_created_a_token_confirms_it_by_no_token_that_they_have_the_secret_of()
    {
        using var second = PlanService.ClientOf(app, await AtCommandLineAsync("second"));
        // Of the creator, confirmed by the second; its secret is the creator's.
        var (ownId, own) = await CreateAsync(Creator, "own", Role.Administrator);
        await ConfirmAsync(second, ownId);
        using var alias = PlanService.ClientOf(app, own);
        var (deeperId, deeper) = await CreateAsync(alias, "deeper", Role.Administrator);
        await ConfirmAsync(second, deeperId);
        using var deeperAlias = PlanService.ClientOf(app, deeper);
        (await StatusAsync(deeperAlias)).ShouldBe(HttpStatusCode.OK);

        foreach (var creator in (HttpClient[])[Creator, alias, deeperAlias])
        {
            var (id, secret) = await CreateAsync(creator, Guid.NewGuid().ToString("N"), Role.BudgetOfficer);
            foreach (var confirmer in (HttpClient[])[Creator, alias, deeperAlias])
                (await ConfirmAsync(confirmer, id)).ToString().ShouldContain("another administrator");
            using var script = PlanService.ClientOf(app, secret);
            (await StatusAsync(script)).ShouldBe(HttpStatusCode.Unauthorized);
            (await ConfirmAsync(second, id)).ToString().ShouldContain("token:second");
        }
    }

    [Fact]
    public async Task A_token_that_was_revoked_or_is_unknown_is_not_confirmed()
    {
        using var second = PlanService.ClientOf(app, await AtCommandLineAsync("second"));
        var (id, _) = await CreateAsync(Creator, "t", Role.Approver);
        await Service.QueryAsync(
            "mutation ($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { errors { __typename } } }",
            new { id },
            Creator
        );
        (await ConfirmAsync(second, id)).ToString().ShouldContain("revoked");
        (await ConfirmAsync(second, new NodeId("AccessToken", Guid.NewGuid()).ToString()))
            .ToString()
            .ShouldContain("NotFoundError");
    }

    private async Task<(string Id, string Secret)> CreateAsync(HttpClient creator, string name, Role role)
    {
        var input = new
        {
            name,
            roles = new[] { EnumText.Of(role) },
            offices = new[] { PlanService.Office },
            expiresAt = DateTimeOffset.UtcNow.AddDays(1),
        };
        var made = (await Service.QueryAsync(Create, new { input }, creator)).GetProperty("createAccessToken");
        return (
            made.GetProperty("accessToken").GetProperty("id").GetString()!,
            made.GetProperty("secret").GetString()!
        );
    }

    /// <summary>The secret of an administrator's token that the machine's operator created.</summary>
    private async Task<string> AtCommandLineAsync(string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var create = new CreateAccessToken(name, [Role.Administrator], [], DateTimeOffset.UtcNow.AddDays(1));
        var made = await scope
            .ServiceProvider.As(Caller.AtCommandLine("operator", "machine"))
            .GetRequiredService<ISender>()
            .Send(create, TestContext.Current.CancellationToken);
        return made.Value.Secret;
    }

    private async Task<JsonElement> ConfirmAsync(HttpClient administrator, string id) =>
        (await Service.QueryAsync(Confirm, new { id }, administrator)).GetProperty("confirmAccessToken");

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
