using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>A member of staff who signs in with a name.</summary>
public sealed class StaffClient(PlanService service, string name) : IDisposable
{
    private readonly HttpClient client = service.As(service.Token([Role.Staff], [], name: name));

    public Task<JsonElement> QueryAsync(string query, object? variables = null) =>
        service.QueryAsync(query, variables, client);

    /// <summary>Accepts an invitation; gives the answer's text.</summary>
    public async Task<string> AcceptAsync(string code) =>
        (
            await QueryAsync(
                "mutation ($code: String!) { acceptInvitation(input: { code: $code }) { person { name } errors { ... on Error { code } } } }",
                new { code }
            )
        ).ToString();

    public void Dispose() => client.Dispose();
}
