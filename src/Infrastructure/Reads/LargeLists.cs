using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Reads;

/// <summary>
/// Of models with very many rows, refuses pages of all that would have to look at each: sorted or filtered by what has no index, and not
/// bounded by whose rows they are.
/// </summary>
internal sealed class LargeLists(ReadContext context)
{
    public void Check(Model model, Input? where, Input? order)
    {
        if (!model.IsLarge || IsBounded(where, model))
            return;
        if (Sorted(order) is { } sorted && Find(model, sorted) is not { IsSortedByIndex: true })
            throw Refusal(model, "order", "sorted", sorted, field => field.IsSortedByIndex);
        if (Filtered(where).FirstOrDefault(name => Find(model, name) is not { IsIndexed: true }) is { } filtered)
            throw Refusal(model, "where", "filtered", filtered, field => field.IsIndexed);
    }

    private static QueryRefusedException Refusal(
        Model model,
        string argument,
        string what,
        string field,
        Predicate<ValueField> isOffered
    )
    {
        var offered = string.Join(
            ", ",
            model.Fields.OfType<ValueField>().Where(one => isOffered(one)).Select(one => one.Name)
        );
        return new QueryRefusedException(
            "UNBOUNDED_LIST",
            argument,
            $"pages of all {model.Plural} can be {what} by {offered}; by {field} only beside a condition (eq or in) on an id "
                + "or an office's code, or a range (gte and lte) of one of these."
        );
    }

    /// <summary>Whether a condition leaves few rows: they have an id in common, or what a row is looked up by, or lie in a range of an index.</summary>
    private bool IsBounded(Input? where, Model model) =>
        where is ObjectInput given
        && given.Members.Any(member =>
            member.Key switch
            {
                "and" => ValueConditions.Items(member.Value).Any(inner => IsBounded(inner, model)),
                "or" => false,
                _ => model.Find(member.Key) switch
                {
                    ValueField field when IsName(field, model) => NamesRows(member.Value),
                    ValueField { IsIndexed: true, Type.IsEnum: false } => NamesRows(member.Value)
                        || IsRange(member.Value),
                    OneField one => IsBounded(member.Value, context.Model(one.Row)),
                    _ => false,
                },
            }
        );

    private static bool IsName(ValueField field, Model model) =>
        field.NodeType is not null
        || model
            .Roots.OfType<RootLookup>()
            .Any(root => root.Keys is [var key] && key.Member.ToString() == field.Path?.ToString());

    private static bool NamesRows(Input operations) =>
        operations is ObjectInput given
        && given.Members.Any(operation =>
            operation is { Key: "eq", Value: ScalarInput { IsNull: false } } or { Key: "in", Value: ListInput }
        );

    private static bool IsRange(Input operations) =>
        operations is ObjectInput given
        && given.Members.Any(operation => operation.Key is "gt" or "gte" && Conditions.IsGiven(operation.Value))
        && given.Members.Any(operation => operation.Key is "lt" or "lte" && Conditions.IsGiven(operation.Value));

    private static ValueField? Find(Model model, string name) => model.Find(name) as ValueField;

    /// <summary>What counts first in an order.</summary>
    private static string? Sorted(Input? order) =>
        ValueConditions
            .Items(order ?? ScalarInput.Null)
            .OfType<ObjectInput>()
            .SelectMany(entry => entry.Members)
            .FirstOrDefault(member => Conditions.IsGiven(member.Value))
            .Key;

    private static IEnumerable<string> Filtered(Input? where) =>
        where is not ObjectInput given
            ? []
            : given
                .Members.Where(member => Conditions.IsGiven(member.Value))
                .SelectMany(member =>
                    member.Key is "and" or "or"
                        ? ValueConditions.Items(member.Value).SelectMany(Filtered)
                        : [member.Key]
                );
}
