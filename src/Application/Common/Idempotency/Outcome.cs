using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>What a command ended in: the ids of what it made or changed, or the refusals.</summary>
public sealed record Outcome(IReadOnlyList<Guid> Ids, IReadOnlyList<DomainError> Errors)
{
    private static readonly JsonSerializerOptions Stored = new()
    {
        TypeInfoResolver = Resolver(KindsOfError),
        // jsonb keeps no order of keys.
        AllowOutOfOrderMetadataProperties = true,
    };

    private static readonly JsonSerializerOptions Digested = new()
    {
        TypeInfoResolver = Resolver(WithoutKeyAndDryRun),
        Converters = { new PlainDecimal() },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Stored);

    public static Outcome Parse(string json) => JsonSerializer.Deserialize<Outcome>(json, Stored)!;

    /// <summary>Equal for commands that ask for the same: 5000 and 5000.00 are one amount.</summary>
    public static byte[] DigestOf(IIdempotentCommand command) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Digested));

    private static DefaultJsonTypeInfoResolver Resolver(Action<JsonTypeInfo> modify) =>
        new() { Modifiers = { modify } };

    private static void KindsOfError(JsonTypeInfo type)
    {
        if (type.Type != typeof(DomainError))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            DerivedTypes =
            {
                new JsonDerivedType(typeof(NotFound), nameof(NotFound)),
                new JsonDerivedType(typeof(RequestInvalid), nameof(RequestInvalid)),
                new JsonDerivedType(typeof(InsufficientBudget), nameof(InsufficientBudget)),
                new JsonDerivedType(typeof(VirementNotAllowed), nameof(VirementNotAllowed)),
                new JsonDerivedType(typeof(InvalidState), nameof(InvalidState)),
                new JsonDerivedType(typeof(Conflict), nameof(Conflict)),
            },
        };
    }

    private static void WithoutKeyAndDryRun(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(IIdempotentCommand)))
            return;
        foreach (var property in type.Properties)
        {
            if (property.Name is nameof(IIdempotentCommand.IdempotencyKey) or nameof(IIdempotentCommand.DryRun))
                property.ShouldSerialize = (_, _) => false;
        }
    }

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        /// <summary>Dividing by it drops the zeros at the end.</summary>
        private const decimal One = 1.000000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / One);
    }
}
