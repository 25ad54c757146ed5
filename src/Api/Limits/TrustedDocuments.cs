using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using TeacherDevPlan.Api.Http;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Limits;

/// <summary>The section <c>TrustedDocuments</c>.</summary>
internal sealed record TrustedDocumentSettings
{
    public const string Section = "TrustedDocuments";

    /// <summary>Its *.graphql files are documents that clients can name instead of sending them.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether nothing else is answered.</summary>
    public bool Only { get; init; }
}

/// <summary>A document of the service's operator, which clients name by its file or by the hash of its bytes.</summary>
internal sealed record TrustedDocument(string Text, GraphQLDocument Document);

/// <summary>
/// The operator's documents, read and validated when the service starts: one that would be refused ends the start rather than
/// fail a client later.
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

    /// <summary>Of all of them, by their names: another one where any of them is.</summary>
    public string Digest =>
        string.Join(
            '\n',
            byId.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}\n{one.Value.Text}")
        ) + settings.Only;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Folder))
        {
            if (settings.Only)
                throw new HostingException("TrustedDocuments:Only needs TrustedDocuments:Folder, where they are.");
            return;
        }

        if (!Directory.Exists(settings.Folder))
            throw new HostingException($"TrustedDocuments:Folder is {settings.Folder}, but there is no such folder.");
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
    /// The document that a request names or sends; null where it sends one of its own, and may.
    /// </summary>
    public TrustedDocument? Find(GraphQLHttpRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return byId.GetValueOrDefault(id)
                ?? throw HttpRequestRefused.BadRequest(
                    "DOCUMENT_NOT_FOUND",
                    $"This service knows no document '{Text.Short(id)}'. Its documents are known by the names of their files and by sha256:<hex>."
                );
        }

        if (byText.GetValueOrDefault(request.Query) is { } trusted)
            return trusted;
        if (settings.Only)
        {
            throw new HttpRequestRefused(
                StatusCodes.Status403Forbidden,
                "DOCUMENT_NOT_TRUSTED",
                "This service answers its own documents only; name one by documentId."
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
                throw Wrong(file, "it has no operation.");
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
        // Without an operation to execute, since that would ask for its variables.
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
        ErrorsToTell.Arrange(result, text);
        var faults = result.Errors.Select(error => $"{error.Message} (line {error.Locations?.FirstOrDefault().Line})");
        throw Wrong(file, string.Join(" ", faults));
    }

    private static HostingException Wrong(string file, string fault) =>
        new($"The trusted document {file} is refused: {fault}");
}
