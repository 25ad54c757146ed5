using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Values to ask for: mostly those that occur, in rows that are seen and in others, and some that do not.</summary>
/// <param name="all">The rows as somebody who sees everything has them.</param>
internal sealed class ValuePool(NaiveValues all, Random dice)
{
    private static readonly string[] Oddities =
    [
        "",
        "%",
        "_",
        "\\",
        "ํา",
        "ำ",
        "่",
        "๒๕๖๖",
        "2566",
        "ก",
        "\u200B",
        "'",
        "A",
        "é",
    ];

    private readonly Dictionary<ModelField, List<object>> known = [];

    /// <summary>A value of a field.</summary>
    public object Of(Model model, ModelField field, Type type)
    {
        if (!known.TryGetValue(field, out var values))
            known[field] = values = [.. Occurring(model, field).Distinct()];
        var value =
            values.Count > 0 && dice.Next(8) > 0 ? values[dice.Next(values.Count)]
            // Other numbers are refused as fiscal years.
            : FiscalYears.IsNamed(field.Name) && type == typeof(int)
                ? dice.Next(FiscalYears.First, FiscalYears.Last + 1)
            : Other(type);
        return value is Guid id ? new NodeId((field as ValueField)?.NodeType ?? model.Name, id)
            : value is Enum word ? EnumWord.Of(word)
            : value;
    }

    /// <summary>A part of a text, or one that is folded otherwise.</summary>
    public string PartOf(string text)
    {
        if (text.Length == 0 || dice.Next(8) == 0)
            return Oddities[dice.Next(Oddities.Length)];
        var start = dice.Next(3) == 0 ? 0 : dice.Next(text.Length);
        var part = text.Substring(start, dice.Next(1, Math.Min(8, text.Length - start) + 1));
        return dice.Next(4) switch
        {
            0 => part.ToUpperInvariant(),
            1 => string.Concat(part.Select(one => char.IsAsciiDigit(one) ? (char)('๐' + (one - '0')) : one)),
            _ => part,
        };
    }

    public NodeId IdOf(Model model)
    {
        var rows = all.Rows.Of(model.Row);
        return new NodeId(
            model.Name,
            rows.Count == 0 ? Guid.NewGuid() : all.Rows.IdOf(rows[dice.Next(rows.Count)])!.Value
        );
    }

    private IEnumerable<object> Occurring(Model model, ModelField field) =>
        field switch
        {
            ValueField { IsList: true } list => all
                .Rows.Of(model.Row)
                .SelectMany(row => ((System.Collections.IEnumerable)all.Of(list, row)!).Cast<object>()),
            ValueField value => all.Rows.Of(model.Row).Select(row => all.Of(value, row)).OfType<object>(),
            LocalTextField text => all
                .Rows.Of(model.Row)
                .Select(row => all.Seen.Value(text.English, row))
                .OfType<object>(),
            ManyField { Text: { } text } many => all
                .Rows.Of(many.Row)
                .Select(row => all.Seen.Value(text, row))
                .OfType<object>(),
            _ => [],
        };

    /// <summary>A value that may not occur.</summary>
    public object Other(Type type) =>
        type.IsEnum ? Enum.GetValues(type).GetValue(dice.Next(Enum.GetValues(type).Length))!
        : type == typeof(int) ? dice.Next(-1, 2600)
        : type == typeof(decimal) ? dice.Next(4) * 5000m
        : type == typeof(bool) ? dice.Next(2) == 0
        : type == typeof(Guid) ? Guid.NewGuid()
        : type == typeof(DateOnly) ? new DateOnly(2020 + dice.Next(8), 1 + dice.Next(12), 1)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(7))
        : Oddities[dice.Next(Oddities.Length)];
}
