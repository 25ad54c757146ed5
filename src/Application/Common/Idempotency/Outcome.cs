using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>The outcome of a command: the ids of the rows that it created or changed, or the errors.</summary>
public sealed record Outcome(IReadOnlyList<Guid> Ids, IReadOnlyList<DomainError> Errors)
{
    private static readonly JsonSerializerOptions Stored = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KindsOfError } },
        // jsonb does not preserve the order of keys.
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>The numbers that the command returned, if it returns some.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Counts { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Stored);

    public static Outcome Parse(string json) => JsonSerializer.Deserialize<Outcome>(json, Stored)!;

    /// <summary>All types of errors by name.</summary>
    private static void KindsOfError(JsonTypeInfo type)
    {
        if (type.Type != typeof(DomainError))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var kind in DomainError.Kinds)
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
    }
}
