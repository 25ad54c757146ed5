using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Writes leaf values as their scalars serialize them, without boxing them where value and scalar are of the common kinds.
/// </summary>
internal static class LeafWriters
{
    /// <summary>Writes a name and a value; false, and nothing is written, where the value is null.</summary>
    public delegate bool Write<in T>(Utf8JsonWriter json, JsonEncodedText name, T value);

    public static Write<T> For<T>(ScalarGraphType type)
    {
        object? known = type switch
        {
            StringGraphType or IdScalar => (Write<string?>)Text,
            IntGraphType => Of<T, int>((json, name, value) => json.WriteNumber(name, value)),
            BooleanGraphType => Of<T, bool>((json, name, value) => json.WriteBoolean(name, value)),
            DecimalScalar => Of<T, decimal>((json, name, value) => json.WriteNumber(name, value)),
            LocalDateScalar => Of<T, DateOnly>(Date),
            EnumType when (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is { IsEnum: true } kind =>
                typeof(LeafWriters)
                    .GetMethod(
                        nameof(Enumeration),
                        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
                    )!
                    .MakeGenericMethod(typeof(T), kind)
                    .Invoke(null, null),
            _ => null,
        };
        return known as Write<T> ?? ((json, name, value) => Serialized(json, name, type.Serialize(value)));
    }

    /// <summary>A value as a scalar has serialized it.</summary>
    public static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                JsonSerializer.Serialize(json, value, value.GetType());
                break;
        }
    }

    private static bool Serialized(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        if (value is null)
            return false;
        json.WritePropertyName(name);
        WriteValue(json, value);
        return true;
    }

    private static bool Text(Utf8JsonWriter json, JsonEncodedText name, string? value)
    {
        if (value is null)
            return false;
        json.WriteString(name, value);
        return true;
    }

    private static void Date(Utf8JsonWriter json, JsonEncodedText name, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    private static object Enumeration<T, TEnum>()
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>()
            .ToDictionary(value => value, value => JsonEncodedText.Encode(EnumText.Of(value)));
        return Of<T, TEnum>((json, name, value) => json.WriteString(name, names[value]));
    }

    /// <summary>For a value type, or its nullable form.</summary>
    private static object Of<T, TValue>(Action<Utf8JsonWriter, JsonEncodedText, TValue> write)
        where TValue : struct
    {
        if (typeof(T) == typeof(TValue?))
        {
            return (Write<TValue?>)(
                (json, name, value) =>
                {
                    if (value is { } there)
                        write(json, name, there);
                    return value is not null;
                }
            );
        }

        return (Write<TValue>)(
            (json, name, value) =>
            {
                write(json, name, value);
                return true;
            }
        );
    }
}
