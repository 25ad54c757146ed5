using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>
/// The digest by which repeated commands are recognised. Two commands that ask for the same have the same digest, even if
/// one was sent to an older version of the program that knew fewer members. It is the SHA-256 of the command as JSON:
/// members are sorted by name; absent values (null, false, a blank text, an empty list) are left out; blanks around
/// texts, trailing zeros of amounts and the spelling of ids are normalised.
/// </summary>
public static class CommandDigest
{
    /// <summary>
    /// Precedes the hash, to distinguish digests of different rules. Digests of the first rule have no prefix.
    /// </summary>
    private const byte Rule = 2;

    private static readonly string[] Left = [nameof(IIdempotentCommand.IdempotencyKey), nameof(IDryRunCommand.DryRun)];

    private static readonly JsonSerializerOptions Canonical = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ByNameAndOnlyWhatIsGiven } },
        Converters = { new PlainDecimal(), new TrimmedText(), new PlainId() },
    };

    /// <param name="command">The command. Its key and its dry-run flag are not part of the digest.</param>
    public static byte[] Of(object command) =>
        [Rule, .. SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Canonical))];

    private static void ByNameAndOnlyWhatIsGiven(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var members = type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            member.Order = i;
            member.ShouldSerialize = (_, value) => !Left.Contains(member.Name) && IsGiven(value, member.PropertyType);
        }
    }

    /// <summary>A zero counts as a value; a flag that cannot be null counts as absent if it is false.</summary>
    private static bool IsGiven(object? value, Type type) =>
        value switch
        {
            null => false,
            string text => !string.IsNullOrWhiteSpace(text),
            ICollection list => list.Count > 0,
            false => type != typeof(bool),
            _ => true,
        };

    private sealed class TrimmedText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Trim());
    }

    private sealed class PlainId : JsonConverter<GivenId>
    {
        public override GivenId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        /// <summary>An invalid id is represented by its text.</summary>
        public override void Write(Utf8JsonWriter writer, GivenId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Id == Guid.Empty ? $"?{value.Text.Trim()}" : value.Id.ToString());
    }
}
