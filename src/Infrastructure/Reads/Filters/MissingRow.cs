using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Decides at compile time whether a missing related row satisfies a condition: only "the id is null" holds for it.
/// </summary>
internal sealed class MissingRow(ReadContext context)
{
    /// <summary>Whether a missing related row satisfies a condition; null if the condition is empty.</summary>
    public bool? Keeps(ObjectInput where, IReadOnlyList<ModelField> fields) =>
        All(
            where,
            (name, value) => Conditions.IsGiven(value) ? Field(fields.First(field => field.Name == name), value) : null
        );

    private bool? Field(ModelField field, Input value) =>
        (field, (ObjectInput)value) switch
        {
            (ValueField { NodeType: not null }, var operations) => All(operations, IdIsNull),
            (GroupField group, var inner) => Keeps(inner, group.Fields),
            (OneField one, var inner) => Keeps(inner, context.Model(one.Row).Fields) is null ? null : false,
            (BudgetField, var figures) => All(figures, (_, figure) => figure is ObjectInput inner ? None(inner) : null),
            (
                ValueField { IsList: true }
                    or ManyField { Shape: not ManyShape.FirstText }
                    or PageField,
                var quantifiers
            ) => quantifiers.Members.Any(member => Conditions.IsGiven(member.Value)) ? false : null,
            (_, var operations) => None(operations),
        };

    /// <summary>A missing value satisfies no operation; null if there is none.</summary>
    private static bool? None(ObjectInput operations) => All(operations, (_, _) => false);

    private static bool? IdIsNull(string operation, Input operand) =>
        operation switch
        {
            "eq" => operand is ScalarInput { IsNull: true },
            "in" => operand is ListInput list && list.Items.Any(item => item is ScalarInput { IsNull: true }),
            _ => false,
        };

    /// <summary>Combines members that must all hold. <c>and</c> and <c>or</c> may be among them.</summary>
    private static bool? All(ObjectInput where, Func<string, Input, bool?> member)
    {
        var terms = Known(
            where.Members.Select(one =>
                one.Key switch
                {
                    "and" => Inner(one.Value) is { Count: > 0 } all ? all.TrueForAll(term => term) : null,
                    "or" => Inner(one.Value) is { Count: > 0 } any ? any.Exists(term => term) : null,
                    _ => member(one.Key, one.Value),
                }
            )
        );
        return terms.Count > 0 ? terms.TrueForAll(term => term) : null;

        List<bool> Inner(Input list) => Known(ValueConditions.Items(list).Select(inner => All(inner, member)));
    }

    private static List<bool> Known(IEnumerable<bool?> terms) => [.. terms.OfType<bool>()];
}
