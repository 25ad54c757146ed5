using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the types of aggregates, and the conditions on groups and orders of groups by aggregates.</summary>
internal sealed class AggregateTypes
{
    private readonly InputSet inputs;
    private readonly Dictionary<string, ObjectGraphType> shared = [];

    public AggregateTypes(InputSet inputs)
    {
        this.inputs = inputs;
        AddNumbers("Decimal");
        AddNumbers("Int");
        AddMoments("LocalDate", "days");
        AddMoments("DateTime", "moments");
        Add("ValueAggregate", "Figures of values that can only be compared for equality.", [Distinct()]);
    }

    /// <summary>The types that models share: figures of numbers, of dates, and of grouped values.</summary>
    public IEnumerable<ObjectGraphType> Shared => shared.Values;

    public ObjectGraphType Of(Model model)
    {
        List<Figure> figures = [Figure.Count(), .. model.Fields.Select(FigureOf).OfType<Figure>()];
        inputs.Add(
            $"{model.Name}AggregateFilterInput",
            $"Conditions on figures of a group of {model.Name}; all must hold.",
            figures.Select(figure => figure.Condition)
        );
        inputs.Add(
            $"{model.Name}GroupSortInput",
            $"Sort keys of groups of {model.Name}.",
            [
                TypeNames.Field("key", InputSet.Direction, "By the keys, in the order of `by`."),
                TypeNames.Field("label", InputSet.Direction, "By `label`."),
                .. figures.Select(figure => figure.Key),
            ]
        );
        return TypeNames.Object(
            $"{model.Name}Aggregate",
            $"Figures over rows of {model.Name} that the caller may see.",
            figures.Select(figure => figure.Field)
        );
    }

    /// <summary>The figures of a field; null if it is not aggregated.</summary>
    private Figure? FigureOf(ModelField field) =>
        field switch
        {
            ValueField { IsList: false, IsFiltered: false, IsSorted: false } => null,
            ValueField { IsList: false } value when value.Type != typeof(Guid) => FigureOf(value),
            OneField => Figure.Of(field, "ValueAggregate"),
            // The budget of an activity contains those of its sub-activities, which are rows of the list too.
            BudgetField { Scope: not (BudgetScope.LedgerEntry or BudgetScope.Activity) } => Figure.Of(
                field,
                "BudgetPosition",
                $"The sums of `{field.Name}`; the rate is the ratio of the sums.",
                FieldArguments.AsOf()
            ),
            GroupField { IsFiltered: true } group => FigureOf(group),
            _ => null,
        };

    private static Figure FigureOf(ValueField value) =>
        Figure.Of(
            value,
            TypeNames.Of(value.Type) is "Decimal" or "Int" or "LocalDate" or "DateTime"
                ? $"{TypeNames.Of(value.Type)}Aggregate"
                : "ValueAggregate"
        );

    private Figure? FigureOf(GroupField group)
    {
        List<Figure> numbers =
        [
            .. group
                .Fields.OfType<ValueField>()
                .Where(value => TypeNames.Of(value.Type) is "Decimal" or "Int")
                .Select(FigureOf),
        ];
        if (numbers.Count == 0)
            return null;
        var type = $"{group.Type.Name}Aggregate";
        Add(type, "Figures of several values.", numbers, " of several values", " by figures of several values");
        return Figure.Of(group, type);
    }

    private void AddNumbers(string scalar) =>
        Add(
            $"{scalar}Aggregate",
            $"Figures of numbers of type {scalar}; nulls are ignored.",
            [
                Figure.Result("sum", "Decimal", "Sum, two decimals; null if there are no values."),
                Figure.Result("avg", "Decimal", "Mean, two decimals; null if there are no values."),
                Figure.Result("min", scalar, "Smallest value; null if there are no values."),
                Figure.Result("max", scalar, "Largest value; null if there are no values."),
                Distinct(),
            ]
        );

    private void AddMoments(string scalar, string what) =>
        Add(
            $"{scalar}Aggregate",
            $"Figures of {what}; nulls are ignored.",
            [
                Figure.Result("min", scalar, "Earliest value; null if there are no values."),
                Figure.Result("max", scalar, "Latest value; null if there are no values."),
                Distinct(),
            ]
        );

    private static Figure Distinct() =>
        Figure.Result("countDistinct", "Int!", "Number of different values; null does not count.");

    /// <param name="of">What the conditions are on, if it is not one value.</param>
    /// <param name="by">What the sort keys sort by, if it is not one value.</param>
    private void Add(string name, string description, List<Figure> figures, string of = "", string by = "")
    {
        if (shared.ContainsKey(name))
            return;
        shared.Add(name, TypeNames.Object(name, description, figures.Select(figure => figure.Field)));
        inputs.Add(
            $"{name}FilterInput",
            $"Conditions on figures{of}; all must hold.",
            figures.Select(figure => figure.Condition)
        );
        inputs.Add($"{name}SortInput", $"Sort keys of groups{by}.", figures.Select(figure => figure.Key));
    }
}
