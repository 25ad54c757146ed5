using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>
/// The digest that was used before the migration KeysByInput, so that requests from before the upgrade are still
/// recognised. It can be removed once all keys from before that upgrade have expired (Idempotency__RetentionDays, at
/// least 30 days).
/// </summary>
public static class FirstDigest
{
    /// <summary>The length in bytes; digests of other rules are longer.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private static readonly JsonSerializerOptions Digested = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutKeyAndDryRun } },
        Converters = { new PlainDecimal() },
    };

    public static byte[] Of(IIdempotentCommand command) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Digested));

    private static void WithoutKeyAndDryRun(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // Added since.
            if (type.Type == typeof(PaymentOrder) && property.Name == nameof(PaymentOrder.Key))
                property.ShouldSerialize = (_, value) => value is not null;
            if (!type.Type.IsAssignableTo(typeof(IIdempotentCommand)))
                continue;
            if (property.Name is nameof(IIdempotentCommand.IdempotencyKey) or nameof(IDryRunCommand.DryRun))
                property.ShouldSerialize = (_, _) => false;
        }
    }
}
