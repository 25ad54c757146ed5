using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Application.Common.Commands;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>
/// The rule by which commands were recognised until the migration KeysByInput, so that what was stored then is still recognised.
/// Once the keys from before that upgrade are forgotten (Idempotency__RetentionDays, 30 days at least) this can go.
/// </summary>
public static class FirstDigest
{
    /// <summary>In bytes; other rules' digests are longer.</summary>
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
        if (!type.Type.IsAssignableTo(typeof(IIdempotentCommand)))
            return;
        foreach (var property in type.Properties)
        {
            if (property.Name is nameof(IIdempotentCommand.IdempotencyKey) or nameof(IDryRunCommand.DryRun))
                property.ShouldSerialize = (_, _) => false;
        }
    }
}
