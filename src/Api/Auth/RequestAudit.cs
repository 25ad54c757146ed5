using GraphQL;
using GraphQLParser.AST;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Http;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Puts on record what was refused to whom, and which personal data were read.</summary>
internal static class RequestAudit
{
    /// <summary>Of an operation; where it cannot be recorded, nothing is answered.</summary>
    public static Task RecordAsync(IServiceProvider services, ExecutionResult result)
    {
        var action = result.Operation?.Operation == OperationType.Mutation ? "mutation" : "query";
        var entries = services.GetRequiredService<AccessControl>().Take(action);
        if (entries.Count == 0)
            return Task.CompletedTask;
        // Read again it is to be recorded again, so nobody is told that it is unchanged.
        services.GetRequiredService<ReadSet>().NoteUnversioned();
        return RecordAsync(services, entries);
    }

    /// <summary>Of credentials that are not good.</summary>
    public static async Task RecordRefusedSignInAsync(HttpContext http, HttpRequestRefused refusal)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        await using var scope = http.RequestServices.CreateAsyncScope();
        var entry = new AuditEntry(AuditKind.Refusal, "signIn", []) { Reason = refusal.Message };
        await RecordAsync(scope.ServiceProvider.As(Caller.Anonymous.In(http)), [entry]);
    }

    private static async Task RecordAsync(IServiceProvider services, IReadOnlyList<AuditEntry> entries)
    {
        try
        {
            // Whoever has gone by now has been refused, or has read, all the same.
            await services.GetRequiredService<IAuditTrail>().RecordAsync(entries, CancellationToken.None);
        }
        catch (StoreUnavailableException outage)
        {
            throw HttpRequestRefused.Unavailable(outage.Message);
        }
    }
}
