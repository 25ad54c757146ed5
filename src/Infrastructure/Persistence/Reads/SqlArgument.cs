using System.Collections;
using Npgsql;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A parameter of a statement: which value of the query it takes, and as what.</summary>
/// <param name="model">As EF Core made it: its name and type.</param>
/// <param name="index">Of the value; null for the offices of which everything is seen.</param>
/// <param name="pattern">For what a LIKE looks for: where the wildcards stand.</param>
internal sealed class SqlArgument(NpgsqlParameter model, int? index, LikePattern pattern)
{
    /// <summary>Whether it is what a LIKE looks for.</summary>
    public bool IsSearch => pattern.Escapes;

    private bool IsFixed { get; init; }

    /// <summary>The parameter for one statement, known by its place.</summary>
    public NpgsqlParameter Bind(IReadOnlyList<object?> values, IReadOnlyList<string> offices)
    {
        var parameter = (NpgsqlParameter)((ICloneable)model).Clone();
        parameter.ParameterName = "";
        parameter.Value = Value(values, offices) ?? DBNull.Value;
        return parameter;
    }

    /// <summary>Whether it gives what EF Core gave for the same query.</summary>
    public bool Agrees(IReadOnlyList<object?> values, IReadOnlyList<string> offices)
    {
        var (own, made) = (Value(values, offices), model.Value is DBNull ? null : model.Value);
        return own is IEnumerable list and not string && made is IEnumerable other
            ? list.Cast<object?>().SequenceEqual(other.Cast<object?>())
            : Equals(own, made);
    }

    /// <summary>The same that takes its value from another place; where there is none, it keeps the one it has.</summary>
    public SqlArgument At(Func<int, int?> place) =>
        index is not { } at ? this
        : place(at) is { } other ? new SqlArgument(model, other, pattern)
        : new SqlArgument(model, null, pattern) { IsFixed = true };

    private object? Value(IReadOnlyList<object?> values, IReadOnlyList<string> offices)
    {
        if (IsFixed)
            return model.Value;
        if (index is not { } at)
            return offices.ToArray();
        return values[at] switch
        {
            string text => pattern.Apply(text),
            Enum value => EnumText.ToScreamingSnake(value.ToString()),
            Array array when array.GetType().GetElementType()!.IsEnum => Spelt(array),
            Array or null => values[at],
            IEnumerable<Guid> ids => ids.ToArray(),
            IEnumerable<string> texts => texts.ToArray(),
            var value => value,
        };
    }

    private static string[] Spelt(Array values) =>
        [.. values.Cast<object>().Select(value => EnumText.ToScreamingSnake(value.ToString()!))];
}

/// <summary>Where the wildcards of a LIKE stand around what it looks for.</summary>
internal readonly record struct LikePattern(bool Before, bool After, bool Escapes)
{
    public string Apply(string text) =>
        Escapes
            ? (Before ? "%" : "")
                + text.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace("%", @"\%", StringComparison.Ordinal)
                    .Replace("_", @"\_", StringComparison.Ordinal)
                + (After ? "%" : "")
            : text;
}
