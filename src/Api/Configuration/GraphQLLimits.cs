using System.ComponentModel.DataAnnotations;

namespace TeacherDevPlan.Api.Configuration;

/// <summary>
/// The limits of one operation (section <c>GraphQL</c>). With the defaults, the slowest document within the limits is
/// validated in some 50 ms.
/// </summary>
[Section("GraphQL")]
internal sealed record GraphQLLimits
{
    [Range(1024, 30_000_000)]
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// The maximum body size of a signed-in caller, who may send a plan file of 5 MB: a Thai letter takes three bytes,
    /// and six as a JSON escape.
    /// </summary>
    [Range(1024, 30_000_000)]
    public int MaxSignedInRequestBytes { get; init; } = 12 * 1024 * 1024;

    /// <summary>The time in which the body of a request must have arrived.</summary>
    [Range(1, 3600)]
    public int BodyTimeoutSeconds { get; init; } = 60;

    /// <summary>Characters of a document.</summary>
    [Range(1_000, 200_000)]
    public int MaxDocumentCharacters { get; init; } = 100_000;

    /// <summary>
    /// Characters of one line of a document: the library's syntax errors take quadratic time in the column of the
    /// error.
    /// </summary>
    [Range(1_000, 50_000)]
    public int MaxLineCharacters { get; init; } = 15_000;

    /// <summary>Tokens of a document, comments included.</summary>
    [Range(100, 1_000_000)]
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>Nesting of a document, in syntax nodes and in selection sets with fragments expanded.</summary>
    [Range(16, 256)]
    public int MaxNesting { get; init; } = 128;

    /// <summary>Nesting of fields, with fragments expanded.</summary>
    [Range(3, 256)]
    public int MaxDepth { get; init; } = 20;

    [Range(1, 100_000)]
    public int MaxAliases { get; init; } = 100;

    [Range(1, 100_000)]
    public int MaxRootFields { get; init; } = 50;

    [Range(1, 100_000)]
    public int MaxDirectives { get; init; } = 100;

    /// <summary>Fields and fragment spreads, with fragments expanded.</summary>
    [Range(10, 100_000)]
    public int MaxFields { get; init; } = 1_000;

    /// <summary>
    /// How often the same response name may be selected in one place; validation compares all of them in pairs.
    /// </summary>
    [Range(2, 10_000)]
    public int MaxFieldRepeats { get; init; } = 50;

    /// <summary>Fragment definitions; validation compares all those that are spread in one place in pairs.</summary>
    [Range(1, 10_000)]
    public int MaxFragments { get; init; } = 100;

    /// <summary>Variables of one operation.</summary>
    [Range(1, 10_000)]
    public int MaxVariables { get; init; } = 500;

    /// <summary>Field values of the largest possible response, with requested or assumed list sizes.</summary>
    [Range(100d, 1e12)]
    public long MaxFieldCost { get; init; } = 1_000_000;

    /// <summary>Objects of the largest possible response, with requested or assumed list sizes.</summary>
    [Range(100d, 1e12)]
    public long MaxTypeCost { get; init; } = 200_000;

    /// <summary>Actual list items of a response.</summary>
    [Range(1, 100_000_000)]
    public int MaxListItems { get; init; } = 100_000;

    /// <summary>Actual bytes of the data of a response.</summary>
    [Range(10_000, 1_000_000_000)]
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Approximate size of the cache of compiled operations with their texts, in bytes.</summary>
    [Range(0, int.MaxValue)]
    public int OperationCacheBytes { get; init; } = 40_000_000;

    /// <summary>
    /// Size of the automatic persisted queries of signed-in callers, and of those of others, in characters; 0 disables
    /// them.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public int PersistedQueryCharacters { get; init; } = 4_000_000;

    [Range(1, 3600)]
    public int ExecutionTimeoutSeconds { get; init; } = 20;

    /// <summary>Operations in one request; 0 disables batches.</summary>
    [Range(0, 1_000)]
    public int MaxBatch { get; init; }

    [EnumDataType(typeof(IntrospectionAccess))]
    public IntrospectionAccess Introspection { get; init; }
}

/// <summary>Who may query the schema.</summary>
internal enum IntrospectionAccess
{
    Everyone,
    SignedIn,
    Nobody,
}
