using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>What a command ended in: the ids of what it made or changed, or the refusals.</summary>
public sealed record Outcome(IReadOnlyList<Guid> Ids, IReadOnlyList<DomainError> Errors)
{
    private static readonly JsonSerializerOptions Stored = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KindsOfError } },
        // jsonb keeps no order of keys.
        AllowOutOfOrderMetadataProperties = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Stored);

    public static Outcome Parse(string json) => JsonSerializer.Deserialize<Outcome>(json, Stored)!;

    /// <summary>Every kind of error that there is, by its name.</summary>
    private static void KindsOfError(JsonTypeInfo type)
    {
        if (type.Type != typeof(DomainError))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var kind in DomainError.Kinds)
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
    }
}
