using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;
using TeacherDevPlan.Api.Limits;

namespace TeacherDevPlan.Api.Http;

/// <summary>
/// A cache of parsed and validated documents by their text, since clients send the same few over and over. Variables
/// are checked for each request.
/// </summary>
internal sealed class KnownDocuments(GraphQLLimits limits) : IDisposable
{
    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = limits.DocumentCacheCharacters });

    public GraphQLDocument? Find(string query) => documents.Get<GraphQLDocument>(query);

    public void Add(string query, GraphQLDocument document) =>
        documents.Set(query, document, new MemoryCacheEntryOptions { Size = query.Length });

    public void Dispose() => documents.Dispose();
}
