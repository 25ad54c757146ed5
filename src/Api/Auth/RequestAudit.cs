using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Records access refusals and reads of personal data in the audit trail; refusals that are many, as sums.
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
        var sums = services.GetRequiredService<RefusalSums>();
        var alone = entries.Where(entry => entry.Kind != AuditKind.Refusal || sums.IsAlone(caller, entry)).ToList();
        // The client may have disconnected, but the refusal or read has happened.
        return alone.Count == 0
            ? Task.CompletedTask
            : services.GetRequiredService<IAuditTrail>().RecordAsync(alone, CancellationToken.None);
    }

    /// <summary>Counts a refusal because of invalid credentials.</summary>
    public static void NoteRefusedSignIn(HttpContext http, HttpRequestRefused refusal)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        var entry = new AuditEntry(AuditKind.Refusal, "signIn", []) { Reason = refusal.Message };
        var caller = Caller.Anonymous with { Address = ClientAddress.Of(http)?.ToString() };
        http.RequestServices.GetRequiredService<RefusalSums>().Note(caller, entry);
    }
}
