using System.Collections;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>The operators on one value, each asked of the value itself. A null is equal to null and keeps nothing else but negations.</summary>
internal static class NaiveOperations
{
    /// <returns>Null where nothing is asked.</returns>
    public static bool? Keep(object? value, Given operations) =>
        Combine(operations, (name, operand) => One(value, name, operand));

    /// <summary>What a related row that is missing keeps: that its id is null.</summary>
    public static bool? KeepMissing(Given operations) =>
        Combine(
            operations,
            (name, operand) =>
                name switch
                {
                    "eq" => operand.IsNull,
                    "in" => ((GivenList)operand).Items.Any(item => item.IsNull),
                    _ => false,
                }
        );

    /// <summary>All members must hold, with and and or among them.</summary>
    public static bool? Combine(Given conditions, Func<string, Given, bool?> one)
    {
        if (conditions.IsAbsent)
            return null;
        return All(
            ((GivenObject)conditions).Members.Select(member =>
                member.Name switch
                {
                    "and" => All(Items(member.Value).Select(item => Combine(item, one))),
                    "or" => Any(Items(member.Value).Select(item => Combine(item, one))),
                    _ => one(member.Name, member.Value),
                }
            )
        );
    }

    public static bool? All(IEnumerable<bool?> terms) =>
        terms.OfType<bool>().ToList() is { Count: > 0 } some ? some.TrueForAll(term => term) : null;

    private static bool? Any(IEnumerable<bool?> terms) =>
        terms.OfType<bool>().ToList() is { Count: > 0 } some ? some.Exists(term => term) : null;

    private static IReadOnlyList<Given> Items(Given list) =>
        list switch
        {
            GivenList given => given.Items,
            GivenObject single => [single],
            _ => [],
        };

    private static bool One(object? value, string name, Given operand)
    {
        if (name is "in" or "nin")
            return ((GivenList)operand).Items.Any(item => Same(value, item)) == (name == "in");
        var negated = name[0] == 'n';
        return Positive(value, negated ? name[1..] : name, operand) != negated;
    }

    private static bool Positive(object? value, string name, Given operand)
    {
        if (name == "eq")
            return Same(value, operand);
        var given = ((GivenValue)operand).Value!;
        if (value is null)
            return false;
        return name switch
        {
            "contains" => Folded(value).Contains(Folded(given), StringComparison.Ordinal),
            "startsWith" => Folded(value).StartsWith(Folded(given), StringComparison.Ordinal),
            "endsWith" => Folded(value).EndsWith(Folded(given), StringComparison.Ordinal),
            "gt" => Compare(value, given) > 0,
            "gte" => Compare(value, given) >= 0,
            "lt" => Compare(value, given) < 0,
            "lte" => Compare(value, given) <= 0,
            _ => throw new InvalidOperationException($"Unknown operator {name}."),
        };
    }

    private static string Folded(object text) => SearchText.Fold((string)text);

    private static int Compare(object value, object given) => Comparer.Default.Compare(Number(value), Number(given));

    private static object Number(object value) => value is int number ? (decimal)number : value;

    private static bool Same(object? value, Given operand)
    {
        var given = ((GivenValue)operand).Value;
        if (given is NodeId id)
            given = id.Id;
        return value is null || given is null ? value is null && given is null : Equals(Told.Of(value), Told.Of(given));
    }
}
