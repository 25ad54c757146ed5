using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Limits;

/// <summary>Settings of the section <c>TrustedDocuments</c>.</summary>
[Section("TrustedDocuments")]
internal sealed record TrustedDocumentSettings
{
    /// <summary>The folder whose *.graphql files clients can reference instead of sending a document.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether all other documents are refused.</summary>
    public bool Only { get; init; }
}

/// <summary>
/// A document provided by the operator, which clients reference by its file name or by the hash of its bytes.
/// </summary>
internal sealed record TrustedDocument(string Text, GraphQLDocument Document);

/// <summary>
/// The operator's documents, read and validated at startup. An invalid one stops the start instead of failing a client
/// later.
/// </summary>
internal sealed class TrustedDocuments(
    TrustedDocumentSettings settings,
    GraphQLLimits limits,
    ISchema schema,
    IDocumentValidator validator
) : IHostedService
{
    private readonly Dictionary<string, TrustedDocument> byId = [];
    private readonly Dictionary<string, TrustedDocument> byText = [];

    /// <summary>Whether all other documents are refused.</summary>
    public bool IsOnly => settings.Only;

    /// <summary>The trusted document with this hash, in lower-case hexadecimal; null if there is none.</summary>
    public string? TextOf(string hash) => byId.GetValueOrDefault($"sha256:{hash}")?.Text;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Folder))
        {
            if (settings.Only)
                throw new HostingException("TrustedDocuments__Only requires TrustedDocuments__Folder.");
            return;
        }

        if (!Directory.Exists(settings.Folder))
            throw new HostingException(
                $"TrustedDocuments__Folder is {settings.Folder}, but that folder does not exist."
            );
        foreach (var file in Directory.EnumerateFiles(settings.Folder, "*.graphql").Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            var document = await ReadAsync(file, bytes, cancellationToken);
            byId[Path.GetFileNameWithoutExtension(file)] = document;
            byId[$"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}"] = document;
            byText[document.Text] = document;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Returns the document that a request references; null if the request sends its own document and may do so.
    /// </summary>
    public TrustedDocument? Find(GraphQLHttpRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return byId.GetValueOrDefault(id)
                ?? throw HttpRequestRefused.BadRequest(
                    "DOCUMENT_NOT_FOUND",
                    $"There is no trusted document '{Text.Short(id)}'. Trusted documents are referenced by file name or by sha256:<hex>."
                );
        }

        if (byText.GetValueOrDefault(request.Query) is { } trusted)
            return trusted;
        if (settings.Only && !request.IsOfService)
        {
            throw new HttpRequestRefused(
                StatusCodes.Status403Forbidden,
                "DOCUMENT_NOT_TRUSTED",
                "This service accepts only trusted documents; reference one by documentId."
            );
        }

        return null;
    }

    private async Task<TrustedDocument> ReadAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            var (document, fault) = DocumentText.Parse(text, limits);
            if (document is null)
                throw Wrong(file, fault!.Message);
            await DocumentCheck.RefuseUnusableAsync(document);
            if (DocumentStructure.Check(document, text, limits))
                throw Wrong(file, "a fragment contains itself.");
            if (!document.Definitions.OfType<GraphQLOperationDefinition>().Any())
                throw Wrong(file, "it contains no operation.");
            await ValidateAsync(file, text, document, cancellationToken);
            return new TrustedDocument(text, document);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(file, "it is not UTF-8 text.");
        }
        catch (HttpRequestRefused refused)
        {
            throw Wrong(file, refused.Message);
        }
    }

    private async Task ValidateAsync(
        string file,
        string text,
        GraphQLDocument document,
        CancellationToken cancellationToken
    )
    {
        // Validates without choosing an operation, because executing one would require its variables.
        var options = new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Rules = DocumentValidator.CoreRules,
            UserContext = new Dictionary<string, object?>(),
            Metrics = Metrics.None,
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            CancellationToken = cancellationToken,
        };
        var outcome = await validator.ValidateAsync(options);
        if (outcome.IsValid)
            return;
        var result = new ExecutionResult { Errors = [.. outcome.Errors] };
        ReportedErrors.Arrange(result, text, mayIntrospect: true);
        var faults = result.Errors.Select(error => $"{error.Message} (line {error.Locations?.FirstOrDefault().Line})");
        throw Wrong(file, string.Join(" ", faults));
    }

    private static HostingException Wrong(string file, string fault) =>
        new($"The trusted document {file} is invalid: {fault}");
}
