using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// Creates the filter and sort inputs from the fields of models: for every model that is listed, and for those that
/// conditions and sort keys lead to.
/// </summary>
internal sealed class RowInputs(Models models, InputSet inputs)
{
    private static readonly string[] BudgetFigures =
    [
        "planned",
        "transferredIn",
        "transferredOut",
        "committed",
        "disbursed",
        "revised",
        "available",
        "disbursementRate",
        "plannedQ1",
        "plannedQ2",
        "plannedQ3",
        "plannedQ4",
        "disbursedQ1",
        "disbursedQ2",
        "disbursedQ3",
        "disbursedQ4",
    ];

    private readonly OperationInputs operations = new(inputs);

    /// <summary>Filter inputs on child lists that are read as a whole, with conditions on items.</summary>
    public void UseListed()
    {
        foreach (var field in models.All.SelectMany(model => model.Fields).OfType<ManyField>())
        {
            if (field.TakesWhere)
                Use(models.For(field.Row));
        }
    }

    /// <returns>The filter input's name.</returns>
    public string Use(Model model)
    {
        var name = Filter(model.Name, ModelObjects.Fields(models, model.Name));
        inputs.AddQuantifiers($"ListFilterInputTypeOf{name}", $"Conditions on a list of {model.Name}.", name);
        Sort(model);
        return name;
    }

    private string Filter(string type, IEnumerable<ModelField> fields) =>
        Filter(type, fields.Where(field => field.IsFiltered).Select(field => (field.Name, FilterOf(field))));

    private string Filter(string type, IEnumerable<(string Name, string? Type)> fields) =>
        inputs.AddConditions(
            $"{type}FilterInput",
            $"Conditions on a {type}; all must hold.",
            from field in fields
            where field.Type is not null
            select TypeNames.Field(field.Name, field.Type, $"Conditions on `{field.Name}`.")
        );

    /// <summary>Returns null if the field cannot be used in a condition.</summary>
    private string? FilterOf(ModelField field) =>
        field switch
        {
            ValueField { IsList: true } value => operations.List(value.Type),
            ValueField value => operations.Of(value.Type),
            LocalTextField or ManyField { Shape: ManyShape.FirstText } => operations.Of(typeof(string)),
            ManyField { Shape: ManyShape.Texts } => operations.List(typeof(string)),
            RelatedField related => Related(related),
            GroupField group => group.Fields.Where(inner => inner is ValueField { IsFiltered: true }).ToList()
                is { Count: > 0 } values
                ? Filter(group.Type.Name, values)
                : null,
            BudgetField => Filter(
                "BudgetPosition",
                BudgetFigures.Select(figure => (figure, (string?)operations.Of(typeof(decimal))))
            ),
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

    /// <summary>Returns null if the rows have no order.</summary>
    private string? Sort(Model model) =>
        model.IsSorted ? Sort(model.Name, $"a list of {model.Name}", ModelObjects.Fields(models, model.Name)) : null;

    private string Sort(string type, string what, IEnumerable<ModelField> fields) =>
        Sort(type, what, fields.Where(field => field.IsSorted).Select(field => (field.Name, SortOf(field))));

    private string Sort(string type, string what, IEnumerable<(string Name, string? Type)> fields) =>
        inputs.Add(
            $"{type}SortInput",
            $"Sort keys of {what}.",
            from field in fields
            where field.Type is not null
            let key = field.Type == InputSet.Direction ? "" : "a field of "
            select TypeNames.Field(field.Name, field.Type, $"By {key}`{field.Name}`.")
        );

    /// <summary>Returns null if the field has no order.</summary>
    private string? SortOf(ModelField field) =>
        field switch
        {
            ValueField { IsList: false } or LocalTextField => InputSet.Direction,
            OneField one => Sort(models.For(one.Row)),
            GroupField group => group
                .Fields.Where(inner => inner is ValueField { IsSorted: true, IsList: false })
                .ToList()
                is { Count: > 0 } values
                ? Sort(group.Type.Name, $"a {group.Type.Name}", values)
                : null,
            BudgetField => Sort(
                "BudgetPosition",
                "a BudgetPosition",
                BudgetFigures.Select(figure => (figure, (string?)InputSet.Direction))
            ),
            _ => null,
        };
}
