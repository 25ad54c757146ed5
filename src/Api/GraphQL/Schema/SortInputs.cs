using GraphQL.Types;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the sort inputs from the fields of models.</summary>
internal sealed class SortInputs(Models models, InputSet inputs)
{
    public void Use(Model model)
    {
        if (model.IsSorted)
            inputs.Add(
                $"{model.Name}SortInput",
                $"Sort keys of a list of {model.Name}.",
                input => Fill(input, NamedModel.Fields(models, model.Name))
            );
    }

    private void Fill(InputObjectGraphType input, IEnumerable<ModelField> fields)
    {
        foreach (var field in fields.Where(field => field.IsSorted))
        {
            if (TypeOf(field) is not { } type)
                continue;
            var what = type == "SortEnumType" ? "" : "a field of ";
            InputSet.Field(input, field.Name, type, $"By {what}`{field.Name}`.");
        }
    }

    /// <summary>Returns null if the field has no order.</summary>
    private string? TypeOf(ModelField field) =>
        field switch
        {
            ValueField { IsList: false } or LocalTextField => "SortEnumType",
            OneField one => Related(models.For(one.Row)),
            GroupField group => Group(group),
            BudgetField => BudgetInputs.Sort(inputs),
            _ => null,
        };

    private string? Related(Model model)
    {
        Use(model);
        return model.IsSorted ? $"{model.Name}SortInput" : null;
    }

    private string? Group(GroupField group)
    {
        List<ModelField> values =
        [
            .. group.Fields.Where(field => field is ValueField { IsSorted: true, IsList: false }),
        ];
        return values.Count == 0
            ? null
            : inputs.Add(
                $"{group.Type.Name}SortInput",
                $"Sort keys of a {group.Type.Name}.",
                input => Fill(input, values)
            );
    }
}
