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
        Members(where, (name, value) => Field(fields.First(field => field.Name == name), value));

    private bool? Field(ModelField field, ObjectInput value) =>
        field switch
        {
            ValueField { NodeType: not null } => Id(value),
            GroupField group => Keeps(value, group.Fields),
            OneField one => Keeps(value, context.Model(one.Row).Fields) is null ? null : false,
            BudgetField => Members(value, (_, figure) => Value(figure)),
            ValueField { IsList: true } or RelatedField and not ManyField { Shape: ManyShape.FirstText } =>
                value.Members.Any(member => Conditions.IsGiven(member.Value)) ? false : null,
            _ => Value(value),
        };

    /// <summary>Combines members that must all hold. <c>and</c> and <c>or</c> may be among them.</summary>
    private static bool? Members(ObjectInput where, Func<string, ObjectInput, bool?> member) =>
        All(
            where
                .Members.Where(one => Conditions.IsGiven(one.Value))
                .Select(one =>
                    one.Key switch
                    {
                        "and" => All(
                            ValueConditions.Items(one.Value).Select(inner => Members((ObjectInput)inner, member))
                        ),
                        "or" => Any(
                            ValueConditions.Items(one.Value).Select(inner => Members((ObjectInput)inner, member))
                        ),
                        _ => member(one.Key, (ObjectInput)one.Value),
                    }
                )
        );

    /// <summary>A missing value satisfies no operation; null if there is none.</summary>
    private static bool? Value(ObjectInput operations) =>
        operations.Members.Any(operation =>
            operation.Key is not ("and" or "or")
            || ValueConditions.Items(operation.Value).Any(inner => Value((ObjectInput)inner) is not null)
        )
            ? false
            : null;

    private static bool? Id(ObjectInput operations) =>
        All(
            operations.Members.Select(operation =>
                operation.Key switch
                {
                    "and" => All(ValueConditions.Items(operation.Value).Select(inner => Id((ObjectInput)inner))),
                    "or" => Any(ValueConditions.Items(operation.Value).Select(inner => Id((ObjectInput)inner))),
                    "eq" => operation.Value is ScalarInput { IsNull: true },
                    "in" => operation.Value is ListInput list
                        && list.Items.Any(item => item is ScalarInput { IsNull: true }),
                    _ => (bool?)false,
                }
            )
        );

    private static bool? All(IEnumerable<bool?> terms) =>
        terms.OfType<bool>().ToList() is { Count: > 0 } some ? some.TrueForAll(term => term) : null;

    private static bool? Any(IEnumerable<bool?> terms) =>
        terms.OfType<bool>().ToList() is { Count: > 0 } some ? some.Exists(term => term) : null;
}
