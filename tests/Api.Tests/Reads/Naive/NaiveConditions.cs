using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Whether a row keeps the condition of a <c>where</c> argument.</summary>
internal sealed class NaiveConditions(NaiveValues values)
{
    /// <returns>Null where there is no condition.</returns>
    public bool? Keep(Given where, Model model, object? row) => Object(where, model.Fields, row);

    /// <param name="row">Null where a related row is missing.</param>
    private bool? Object(Given where, IReadOnlyList<ModelField> fields, object? row) =>
        NaiveOperations.Combine(
            where,
            (name, value) =>
                value.IsAbsent ? null
                : fields.First(field => field.Name == name) is var field && row is null ? OfMissing(field, value)
                : Field(field, value, row)
        );

    private static bool? OfMissing(ModelField field, Given value) =>
        field is ValueField { NodeType: not null } ? NaiveOperations.KeepMissing(value)
        : AsksAnything(value) ? false
        : null;

    /// <summary>Whether there is an operator in it, or a quantifier.</summary>
    private static bool AsksAnything(Given value) =>
        value is GivenObject conditions
        && conditions.Members.Any(member =>
            member.Name is "and" or "or"
                ? member.Value is GivenList list
                    ? list.Items.Any(AsksAnything)
                    : AsksAnything(member.Value)
                : member.Name is "some" or "all" or "none" or "any"
                    ? !member.Value.IsAbsent
                    : member.Value is GivenObject
                        ? AsksAnything(member.Value)
                        : !Type(member.Value).EndsWith("FilterInput", StringComparison.Ordinal)
        );

    private static string Type(Given value) => value.Type.TrimEnd('!');

    private bool? Field(ModelField field, Given value, object row) =>
        field switch
        {
            ValueField { IsList: true } list => Quantified(
                value,
                ((System.Collections.IEnumerable)values.Of(list, row)!).Cast<object>(),
                (item, condition) => NaiveOperations.Keep(item, condition)
            ),
            ValueField one => NaiveOperations.Keep(values.Of(one, row), value),
            LocalTextField text => NaiveOperations.Keep(values.Seen.Value(text.English, row), value),
            GroupField group => Object(value, group.Fields, row),
            BudgetField budget => Budget(budget, value, row),
            OneField other => Object(value, values.Models.For(other.Row).Fields, values.Other(other, row)),
            ManyField { Shape: ManyShape.FirstText } many => NaiveOperations.Keep(Text(many, row), value),
            ManyField { Shape: ManyShape.Texts } many => Quantified(
                value,
                values.Children(many, row).Select(child => values.Seen.Value(many.Text!, child)!),
                (item, condition) => NaiveOperations.Keep(item, condition)
            ),
            ManyField many => Quantified(
                value,
                values.Children(many, row),
                (item, condition) => Keep(condition, values.Models.For(many.Row), item)
            ),
            PageField page => Quantified(
                value,
                values.Children(page, row),
                (item, condition) => Keep(condition, values.Models.For(page.Row), item)
            ),
            _ => throw new InvalidOperationException($"Lists are not filtered by {field}."),
        };

    private object? Text(ManyField field, object row) =>
        values.Children(field, row).Select(child => values.Seen.Value(field.Text!, child)).FirstOrDefault();

    private bool? Budget(BudgetField field, Given value, object row)
    {
        var balance = values.Money.Of(field, row);
        return NaiveOperations.Combine(
            value,
            (figure, operations) => NaiveOperations.Keep(NaiveMoney.Figure(balance, figure), operations)
        );
    }

    private static bool? Quantified(Given value, IEnumerable<object> items, Func<object, Given, bool?> keep)
    {
        var all = items.ToList();
        return NaiveOperations.Combine(
            value,
            (quantifier, condition) =>
            {
                if (condition.IsAbsent)
                    return null;
                if (quantifier == "any")
                    return all.Count > 0 == (bool)((GivenValue)condition).Value!;
                var kept = all.Count(item => keep(item, condition) ?? true);
                return quantifier switch
                {
                    "some" => kept > 0,
                    "none" => kept == 0,
                    _ => kept == all.Count,
                };
            }
        );
    }
}
