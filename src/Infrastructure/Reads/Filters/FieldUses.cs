using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Finds the fields with access rules in a filter, an order or a condition on groups. Using such a field reveals its
/// values, so it counts as reading it.
/// </summary>
internal static class FieldUses
{
    public static IEnumerable<FieldUse> In(Input? input, Model model, Models models) =>
        input switch
        {
            ObjectInput members => members.Members.SelectMany(member =>
                In(member.Key, member.Value, model.Name, model.Fields, models)
            ),
            ListInput list => list.Items.SelectMany(item => In(item, model, models)),
            _ => [],
        };

    private static IEnumerable<FieldUse> In(
        string name,
        Input value,
        string type,
        IReadOnlyList<ModelField> fields,
        Models models
    )
    {
        if (value is ScalarInput { IsNull: true } or MissingInput)
            return [];
        var field = fields.FirstOrDefault(one => one.Name == name);
        if (field is null)
            return Members(value).SelectMany(member => In(member.Key, member.Value, type, fields, models));
        var own = field.Access is { IsOpen: true, IsPersonal: false }
            ? []
            : new[] { new FieldUse($"{type}.{name}", field.Access) };
        return field switch
        {
            GroupField group => own.Concat(
                Members(value).SelectMany(member => In(member.Key, member.Value, type, group.Fields, models))
            ),
            RelatedField related => own.Concat(
                Members(value)
                    .SelectMany(member =>
                        related is OneField
                            ? In(new ObjectInput([member]), models.For(related.Row), models)
                            : In(member.Value, models.For(related.Row), models)
                    )
            ),
            _ => own,
        };
    }

    private static IEnumerable<KeyValuePair<string, Input>> Members(Input value) =>
        value switch
        {
            ObjectInput members => members.Members,
            ListInput list => list.Items.SelectMany(Members),
            _ => [],
        };
}
