using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Http.Polling;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Http;

/// <summary>Configures the HTTP endpoints and middleware of the service.</summary>
internal static class HttpPipeline
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    private const string Page = "graphiql/index.html";

    public static IServiceCollection AddHttpApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<OperationAnswers>();
        services.AddSingleton<OperationScope>();
        services.AddSingleton<KnownAnswers>();
        services.AddSingleton<PersistedQueries>();
        services.AddHealthChecks().AddCheck<ReadingHealth>(ReadingHealth.Name).AddCheck<WritingHealth>("writing");
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.GraphQLResponse];
        });
        var origins = Settings.Read<CorsSettings>(configuration).Origins;
        var isLocal = !AuthMode.IsProduction(configuration);
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .SetIsOriginAllowed(origin =>
                        origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
                        || origins.Contains("*")
                        || isLocal && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback
                    )
                    .WithMethods("GET", "HEAD", "POST")
                    .AllowAnyHeader()
                    .WithExposedHeaders(
                        "X-Request-Id",
                        "Retry-After",
                        "ETag",
                        GraphQLEndpoint.ReplayedHeader,
                        "RateLimit-Limit",
                        "RateLimit-Remaining",
                        "RateLimit-Reset"
                    )
            )
        );
        return services;
    }

    public static void UseHttpApi(this WebApplication app)
    {
        // Otherwise the host checks credentials on every path, before all limits.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseTrustedProxies();
        app.Use(RequestId.UseAsync);
        app.UseCommonHeaders();
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<ClientLimits>();
        var sdl = new Lazy<string>(() => Sdl(app.Services.GetRequiredService<ISchema>()));
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = HealthText.WriteAsync });
        app.MapHealthChecks(
            "/health/ready/reading",
            new() { Predicate = check => check.Name == ReadingHealth.Name, ResponseWriter = HealthText.WriteAsync }
        );
        app.MapMethods("/", Reads, () => Results.Redirect("/graphql"));
        app.MapMethods(
            "/graphql/schema.graphql",
            Reads,
            (HttpContext http, OperationIntake intake) =>
                intake.MayIntrospect(http.User)
                    ? Results.Text(sdl.Value, "text/plain; charset=utf-8")
                    : Results.Text(
                        "This service does not publish its schema.",
                        statusCode: StatusCodes.Status403Forbidden
                    )
        );
        app.MapDocuments();
        app.Map("/graphql", AnswerAsync);
    }

    /// <summary>Returns the schema as text, with descriptions.</summary>
    public static string Sdl(ISchema schema) => schema.Print(new PrintOptions { IncludeDescriptions = true });

    private static async Task AnswerAsync(HttpContext http, GraphQLEndpoint endpoint, IWebHostEnvironment environment)
    {
        if (!MediaTypes.WantsPage(http.Request))
        {
            await endpoint.HandleAsync(http);
            return;
        }

        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.SendFileAsync(environment.WebRootFileProvider.GetFileInfo(Page), http.RequestAborted);
    }
}
