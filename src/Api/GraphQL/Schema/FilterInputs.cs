using GraphQL.Types;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// Creates the filter inputs from the fields of models, together with the sort inputs: for every model that is listed,
/// and for those that its conditions lead to.
/// </summary>
internal sealed class FilterInputs(Models models, InputSet inputs)
{
    private readonly OperationInputs operations = new(inputs);
    private readonly SortInputs sorts = new(models, inputs);

    /// <summary>Filter inputs on child lists that are read as a whole, with conditions on items.</summary>
    public void UseListed()
    {
        foreach (var field in models.All.SelectMany(model => model.Fields).OfType<ManyField>())
        {
            if (field.TakesWhere)
                Use(models.For(field.Row));
        }
    }

    /// <summary>The input's name.</summary>
    public string Use(Model model)
    {
        var name = inputs.Add(
            $"{model.Name}FilterInput",
            $"Conditions on a {model.Name}; all must hold.",
            input => Fill(input, NamedModel.Fields(models, model.Name))
        );
        inputs.Add(
            $"ListFilterInputTypeOf{name}",
            $"Conditions on a list of {model.Name}.",
            input => InputSet.Quantifiers(input, name)
        );
        sorts.Use(model);
        return name;
    }

    private void Fill(InputObjectGraphType input, IEnumerable<ModelField> fields)
    {
        InputSet.Combine(input);
        foreach (var field in fields.Where(field => field.IsFiltered))
        {
            if (TypeOf(field) is { } type)
                InputSet.Field(input, field.Name, type, $"Conditions on `{field.Name}`.");
        }
    }

    /// <summary>Returns null if the field cannot be used in a condition.</summary>
    private string? TypeOf(ModelField field) =>
        field switch
        {
            ValueField { IsList: true } value => operations.List(value.Type),
            ValueField value => operations.Of(value.Type),
            LocalTextField or ManyField { Shape: ManyShape.FirstText } => operations.Of(typeof(string)),
            ManyField { Shape: ManyShape.Texts } => operations.List(typeof(string)),
            RelatedField related => Related(related),
            GroupField group => Group(group),
            BudgetField => BudgetInputs.Filter(inputs, operations),
            _ => null,
        };

    private string? Related(RelatedField field)
    {
        var model = models.For(field.Row);
        if (!model.Fields.Any(inner => inner is { IsFiltered: true } and (ValueField or LocalTextField)))
            return null;
        var name = Use(model);
        return field is OneField ? name : $"ListFilterInputTypeOf{name}";
    }

    private string? Group(GroupField group)
    {
        List<ModelField> values = [.. group.Fields.Where(field => field is ValueField { IsFiltered: true })];
        return values.Count == 0
            ? null
            : inputs.Add(
                $"{group.Type.Name}FilterInput",
                $"Conditions on a {group.Type.Name}; all must hold.",
                input => Fill(input, values)
            );
    }
}
