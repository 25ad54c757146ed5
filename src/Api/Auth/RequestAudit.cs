using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Http;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Records access refusals and reads of personal data in the audit trail; those of callers who did not sign in as sums.
/// </summary>
internal static class RequestAudit
{
    /// <summary>Records those of an operation. If they cannot be recorded, no response is sent.</summary>
    public static Task RecordAsync(IServiceProvider services, bool isMutation)
    {
        var entries = services.GetRequiredService<AccessControl>().Take(isMutation ? "mutation" : "query");
        if (entries.Count == 0)
            return Task.CompletedTask;
        // Each repeated read must be recorded as well, so the response gets no ETag.
        services.GetRequiredService<ReadSet>().NoteUnversioned();
        var caller = services.GetRequiredService<CallerContext>().Caller;
        if (caller.IsSignedIn)
            // The client may have disconnected, but the refusal or read has happened.
            return services.GetRequiredService<IAuditTrail>().RecordAsync(entries, CancellationToken.None);
        foreach (var refusal in entries)
            services.GetRequiredService<RefusalSums>().Note(caller.Address, refusal);
        return Task.CompletedTask;
    }

    /// <summary>Counts a refusal because of invalid credentials.</summary>
    public static void NoteRefusedSignIn(HttpContext http, HttpRequestRefused refusal)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        var entry = new AuditEntry(AuditKind.Refusal, "signIn", []) { Reason = refusal.Message };
        http.RequestServices.GetRequiredService<RefusalSums>().Note(ClientAddress.Of(http)?.ToString(), entry);
    }
}
