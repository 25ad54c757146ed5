using Microsoft.Net.Http.Headers;

namespace TeacherDevPlan.Api.Http;

/// <summary>Headers that every response has.</summary>
internal static class CommonHeaders
{
    /// <summary>GraphiQL's page needs all of this; other responses need none of it.</summary>
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void UseCommonHeaders(this WebApplication app)
    {
        app.Use(
            (http, next) =>
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers.ContentSecurityPolicy = Policy;
                // Clients that keep their connection would come back to a service that is about to close it.
                if (app.Lifetime.ApplicationStopping.IsCancellationRequested && http.Request.Protocol == "HTTP/1.1")
                    http.Response.Headers[HeaderNames.Connection] = "close";
                return next(http);
            }
        );
    }
}
