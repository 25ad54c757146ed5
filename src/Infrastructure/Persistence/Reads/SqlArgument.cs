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

    public NpgsqlParameter Bind(IReadOnlyList<object?> values, PlanDbContext context)
    {
        var parameter = (NpgsqlParameter)((ICloneable)model).Clone();
        parameter.Value = Value(values, context) ?? DBNull.Value;
        return parameter;
    }

    /// <summary>Whether it gives what EF Core gave for the same query.</summary>
    public bool Agrees(IReadOnlyList<object?> values, PlanDbContext context)
    {
        var (own, made) = (Value(values, context), model.Value is DBNull ? null : model.Value);
        return own is IEnumerable list and not string && made is IEnumerable other
            ? list.Cast<object?>().SequenceEqual(other.Cast<object?>())
            : Equals(own, made);
    }

    private object? Value(IReadOnlyList<object?> values, PlanDbContext context)
    {
        if (index is not { } at)
            return ((RestrictedDbContext)context).Offices.ToArray();
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
