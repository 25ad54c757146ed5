using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// Combines conditions. Null means no condition. Constant terms are evaluated here and not sent to PostgreSQL.
/// </summary>
internal static class Sql
{
    public const string True = "true";
    public const string False = "false";

    /// <returns>Null if there is no condition.</returns>
    public static string? And(IEnumerable<string?> terms)
    {
        var some = terms.OfType<string>().Distinct().ToList();
        if (some.Count == 0)
            return null;
        if (some.Contains(False))
            return False;
        some.RemoveAll(term => term == True);
        return some.Count == 0 ? True : string.Join(" AND ", some.Select(Grouped));
    }

    /// <returns>Null if there is no condition.</returns>
    public static string? Or(IEnumerable<string?> terms)
    {
        var some = terms.OfType<string>().Distinct().ToList();
        if (some.Count == 0)
            return null;
        if (some.Contains(True))
            return True;
        some.RemoveAll(term => term == False);
        return some.Count == 0 ? False
            : some.Count == 1 ? some[0]
            : $"({string.Join(" OR ", some)})";
    }

    /// <summary>" WHERE …"; empty if there is no condition.</summary>
    public static string Where(params IEnumerable<string?> terms) =>
        And(terms) is { } condition && condition != True ? $" WHERE {condition}" : "";

    /// <summary>The array to bind for values of a type. Enums are passed as text.</summary>
    public static Array ArrayOf(Type type, IReadOnlyList<object> stored)
    {
        var array = Array.CreateInstance(type.IsEnum ? typeof(string) : type, stored.Count);
        for (var i = 0; i < stored.Count; i++)
            array.SetValue(stored[i], i);
        return array;
    }

    private static string Grouped(string term) =>
        term.Contains(" OR ", StringComparison.Ordinal) && !(term[0] == '(' && term[^1] == ')') ? $"({term})" : term;
}

/// <summary>Enum values as the database stores them.</summary>
internal static class StoredEnum
{
    public static string Of(Enum value) => EnumText.ToScreamingSnake(value.ToString());

    /// <summary>All values of an enum, in the order of their declaration.</summary>
    public static IEnumerable<string> All(Type type) => Enum.GetNames(type).Select(EnumText.ToScreamingSnake);
}
