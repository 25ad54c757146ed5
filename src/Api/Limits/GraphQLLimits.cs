using System.ComponentModel.DataAnnotations;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// What one operation may ask for (section <c>GraphQL</c>). The defaults are what the slowest document that passes can be
/// validated with in some 50 ms.
/// </summary>
internal sealed record GraphQLLimits
{
    public const string Section = "GraphQL";

    [Range(1024, 30_000_000)]
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// The same of somebody signed in, who may send a plan file of 5 MB: Thai letters take three bytes, and six where JSON
    /// writes them as escapes.
    /// </summary>
    [Range(1024, 30_000_000)]
    public int MaxSignedInRequestBytes { get; init; } = 12 * 1024 * 1024;

    /// <summary>Characters of a document.</summary>
    [Range(1_000, 200_000)]
    public int MaxDocumentCharacters { get; init; } = 100_000;

    /// <summary>Characters of one line of a document: the library's syntax errors take the square of where in the line they are.</summary>
    [Range(1_000, 50_000)]
    public int MaxLineCharacters { get; init; } = 15_000;

    /// <summary>Tokens of a document, comments included.</summary>
    [Range(100, 1_000_000)]
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>How deep a document may nest, in nodes of its syntax and in selection sets with fragments in their places.</summary>
    [Range(16, 256)]
    public int MaxNesting { get; init; } = 128;

    /// <summary>How deep fields may nest, with fragments in their places.</summary>
    [Range(3, 256)]
    public int MaxDepth { get; init; } = 20;

    [Range(1, 100_000)]
    public int MaxAliases { get; init; } = 100;

    [Range(1, 100_000)]
    public int MaxRootFields { get; init; } = 50;

    [Range(1, 100_000)]
    public int MaxDirectives { get; init; } = 100;

    /// <summary>Fields and uses of fragments, with fragments in their places.</summary>
    [Range(10, 100_000)]
    public int MaxFields { get; init; } = 1_000;

    /// <summary>How often one name may be selected in one place of the answer: each is compared with each.</summary>
    [Range(2, 10_000)]
    public int MaxFieldRepeats { get; init; } = 50;

    /// <summary>Fragment definitions: those spread in one place are compared, each with each.</summary>
    [Range(1, 10_000)]
    public int MaxFragments { get; init; } = 100;

    /// <summary>Variables of one operation.</summary>
    [Range(1, 10_000)]
    public int MaxVariables { get; init; } = 500;

    /// <summary>Field values of an answer, at the sizes that are asked for or assumed.</summary>
    [Range(100d, 1e12)]
    public long MaxFieldCost { get; init; } = 1_000_000;

    /// <summary>Objects of an answer, at the sizes that are asked for or assumed.</summary>
    [Range(100d, 1e12)]
    public long MaxTypeCost { get; init; } = 200_000;

    /// <summary>List items that an answer really has.</summary>
    [Range(1, 100_000_000)]
    public int MaxListItems { get; init; } = 100_000;

    /// <summary>Text of valid documents, and of the statements that they are compiled to, that is remembered, in characters.</summary>
    [Range(0, int.MaxValue)]
    public int DocumentCacheCharacters { get; init; } = 12_000_000;

    [Range(1, 3600)]
    public int ExecutionTimeoutSeconds { get; init; } = 20;

    /// <summary>Operations in one request; 0: no batches.</summary>
    [Range(0, 1_000)]
    public int MaxBatch { get; init; }

    [EnumDataType(typeof(IntrospectionAccess))]
    public IntrospectionAccess Introspection { get; init; }
}

/// <summary>Who may ask for the schema.</summary>
internal enum IntrospectionAccess
{
    Everyone,
    SignedIn,
    Nobody,
}
