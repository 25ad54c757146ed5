using GraphQL;
using GraphQL.Execution;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// How errors leave the service: a message, and in the extensions a stable code and, where one is at fault, the argument.
/// What went wrong inside is logged and never told.
/// </summary>
internal sealed class RequestErrors : IErrorInfoProvider
{
    public const string Internal = "INTERNAL_ERROR";
    private const int MaxMessage = 1_000;

    private static readonly (string Name, string Right)[] Scalars =
    [
        ("Decimal", ". Write an exact number such as 12000.50 or \"12000.50\", without separators."),
        ("LocalDate", ". Write a day such as \"2022-10-01\"."),
        ("DateTime", ". Write a moment with its offset such as \"2022-10-01T08:30:00+07:00\"."),
    ];

    public ErrorInfo GetInfo(ExecutionError executionError) =>
        executionError.InnerException switch
        {
            QueryRefusedException refusal => Info(refusal.Message, refusal.Code, refusal.Argument),
            AccessRefusedException refusal => Info(refusal.Message, refusal.Code),
            StoreUnavailableException outage => Info(outage.Message, "SERVICE_UNAVAILABLE"),
            _ when executionError is UnhandledError or InvalidOperationError => Info(
                "The service failed to answer this; the request id finds it in the logs.",
                Internal
            ),
            _ => Info(
                executionError.Message + Right(executionError.Message),
                executionError.Code ?? Internal,
                more: executionError.Extensions
            ),
        };

    /// <summary>The library's messages repeat what the client sent, however long that is.</summary>
    private static string Cut(string message) => message.Length <= MaxMessage ? message : $"{message[..MaxMessage]}…";

    /// <summary>What would be right, where a value could not be read as a scalar.</summary>
    private static string? Right(string message) =>
        Scalars.FirstOrDefault(scalar => message.Contains($"'{scalar.Name}'")).Right;

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
