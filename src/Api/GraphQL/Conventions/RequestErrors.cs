using GraphQL;
using GraphQL.Execution;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Formats errors for the response: a message and, in the extensions, a stable code and the argument at fault, if any.
/// Internal failures are logged and never returned.
/// </summary>
internal sealed class RequestErrors : IErrorInfoProvider
{
    public const string Internal = "INTERNAL_ERROR";
    private const int MaxMessage = 1_000;

    private static readonly (string Name, string Right)[] Scalars =
    [
        ("Decimal", ". Use an exact number such as 12000.50 or \"12000.50\", without separators."),
        ("LocalDate", ". Use a date such as \"2022-10-01\"."),
        ("DateTime", ". Use a timestamp with offset such as \"2022-10-01T08:30:00+07:00\"."),
    ];

    public ErrorInfo GetInfo(ExecutionError executionError) =>
        executionError.InnerException switch
        {
            QueryRefusedException refusal => Info(refusal.Message, refusal.Code, refusal.Argument),
            AccessRefusedException refusal => Info(refusal.Message, refusal.Code),
            StoreUnavailableException outage => Info(outage.Message, "SERVICE_UNAVAILABLE"),
            _ when executionError is UnhandledError or InvalidOperationError => Info(
                "The service failed; the log has the cause under the request id.",
                Internal
            ),
            _ => Info(
                executionError.Message + Right(executionError.Message),
                executionError.Code ?? Internal,
                more: executionError.Extensions
            ),
        };

    /// <summary>Shortens the library's messages, which repeat client input of any length.</summary>
    private static string Cut(string message) => message.Length <= MaxMessage ? message : $"{message[..MaxMessage]}…";

    /// <summary>A hint about the allowed format, for a value that could not be read as a scalar.</summary>
    private static string? Right(string message)
    {
        var (name, right) = Scalars.FirstOrDefault(scalar => message.Contains($"'{scalar.Name}'"));
        return name is "LocalDate" or "DateTime" ? right + BuddhistYears.Correction(message) : right;
    }

    private static ErrorInfo Info(
        string message,
        string code,
        string? argument = null,
        IReadOnlyDictionary<string, object?>? more = null
    )
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (argument is not null)
            extensions["argument"] = argument;
        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
            extensions[name] = value;
        return new ErrorInfo { Message = Cut(message), Extensions = extensions };
    }
}
