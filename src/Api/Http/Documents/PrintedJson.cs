using System.Globalization;
using System.Text.Json;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Documents;

namespace TeacherDevPlan.Api.Http.Documents;

/// <summary>A document to read and to print.</summary>
internal sealed record PrintedDocument(string Title, IReadOnlyList<PrintedPart> Parts);

/// <summary>Values of an answer as Thai documents print them: Thai digits, years of the Buddhist era.</summary>
internal static class PrintedJson
{
    /// <summary>What is printed where nothing is known.</summary>
    public const string None = "–";

    /// <summary>The items of a list, or the nodes of a connection.</summary>
    public static IEnumerable<JsonElement> List(JsonElement row, string name)
    {
        var list = row.GetProperty(name);
        return (list.ValueKind == JsonValueKind.Object ? list.GetProperty("nodes") : list).EnumerateArray();
    }

    /// <summary>A row that another one refers to; null if there is none that the caller sees.</summary>
    public static JsonElement? Row(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Object } one ? one : null;

    public static string? Text(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    /// <summary>The name of a row that another one refers to; null if there is none that the caller sees.</summary>
    public static string? Name(JsonElement row, string name) => Row(row, name) is { } one ? Text(one, "name") : null;

    public static string? Number(JsonElement row, string name, string? format) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value
            ? Thai(value.GetDecimal().ToString(format, CultureInfo.InvariantCulture))
            : null;

    /// <summary>The Thai day of a date or of a moment.</summary>
    public static string? Day(JsonElement row, string name) =>
        Text(row, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? Day(day)
        : Day(ThaiDay.Of(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)));

    /// <summary>The Thai word for a value of an enum; the value itself if there is no word. Null for null.</summary>
    public static string? Word(JsonElement row, string name, IReadOnlyDictionary<string, string> words) =>
        Text(row, name) is { } value ? words.GetValueOrDefault(value, value) : null;

    public static string Thai(string text) => ThaiNumber.ToThaiDigits(text);

    private static string Day(DateOnly day) =>
        Thai($"{day.Day} {ThaiDate.NameOf(day.Month)} {day.Year + FiscalYear.BuddhistEraOffset}");
}
