using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// A field of an aggregate, derived from a field of the rows. The output field, its condition and its sort key are
/// created from it.
/// </summary>
/// <param name="Name">The name of the rows' field.</param>
/// <param name="Type">"DecimalAggregate"; the input types have derived names.</param>
internal sealed record Aggregated(string Name, string Description, string Type, AccessRule Access)
{
    /// <summary>For grouped values: the aggregated fields of each of them.</summary>
    public IReadOnlyList<Aggregated> Inner { get; init; } = [];

    /// <summary>Whether this is the sum of budgets, which has input types of its own.</summary>
    public bool IsBudget { get; init; }

    public string FilterInput => IsBudget ? "BudgetPositionFilterInput" : $"{Type}FilterInput";

    public string SortInput => IsBudget ? "BudgetPositionSortInput" : $"{Type}SortInput";

    /// <summary>All fields of a model that can be aggregated.</summary>
    public static IEnumerable<Aggregated> Of(Model model) => model.Fields.Select(Of).OfType<Aggregated>();

    private static Aggregated? Of(ModelField field) =>
        field switch
        {
            ValueField { IsList: false, IsFiltered: false, IsSorted: false } => null,
            ValueField { IsList: false } value when value.Type != typeof(Guid) => Value(value),
            OneField => Row(field, "ValueAggregate", $"Figures of `{field.Name}`."),
            // The budget of an activity contains those of its sub-activities, which are rows of the list too.
            BudgetField { Scope: not (BudgetScope.LedgerEntry or BudgetScope.Activity) } => Row(
                field,
                "BudgetPosition",
                $"The sums of `{field.Name}`; the rate is the ratio of the sums."
            ) with
            {
                IsBudget = true,
            },
            GroupField { IsFiltered: true } group => Group(group),
            _ => null,
        };

    private static Aggregated Value(ValueField value) =>
        Row(value, AggregateKind.Of(value.Type).Name, $"Figures of `{value.Name}`.");

    private static Aggregated? Group(GroupField group)
    {
        List<Aggregated> numbers =
        [
            .. group.Fields.OfType<ValueField>().Where(value => AggregateKind.Of(value.Type).IsNumber).Select(Value),
        ];
        return numbers.Count == 0
            ? null
            : Row(group, $"{group.Type.Name}Aggregate", $"Figures of `{group.Name}`.") with
            {
                Inner = numbers,
            };
    }

    private static Aggregated Row(ModelField field, string type, string description) =>
        new(field.Name, description, type, field.Access);
}

/// <summary>The aggregate functions for values of one type.</summary>
/// <param name="Functions">The functions with their result types.</param>
internal sealed record AggregateKind(
    string Name,
    string Description,
    IReadOnlyList<(string Name, string Type, string Description)> Functions
)
{
    private static readonly (string, string, string) Distinct = (
        "countDistinct",
        "Int!",
        "Number of different values; null does not count."
    );

    private static readonly AggregateKind Decimal = Number("Decimal");
    private static readonly AggregateKind Int = Number("Int");
    private static readonly AggregateKind LocalDate = Moment("LocalDate", "days");
    private static readonly AggregateKind DateTime = Moment("DateTime", "moments");

    private static readonly AggregateKind Value = new(
        "ValueAggregate",
        "Figures of values that can only be compared for equality.",
        [Distinct]
    );

    public static IReadOnlyList<AggregateKind> All => [Decimal, Int, LocalDate, DateTime, Value];

    public bool IsNumber => this == Decimal || this == Int;

    public static AggregateKind Of(Type type) =>
        TypeNames.Of(type) switch
        {
            "Decimal" => Decimal,
            "Int" => Int,
            "LocalDate" => LocalDate,
            "DateTime" => DateTime,
            _ => Value,
        };

    private static AggregateKind Number(string scalar) =>
        new(
            $"{scalar}Aggregate",
            $"Figures of numbers of type {scalar}; nulls are ignored.",
            [
                ("sum", "Decimal", "Sum, two decimals; null if there are no values."),
                ("avg", "Decimal", "Mean, two decimals; null if there are no values."),
                ("min", scalar, "Smallest value; null if there are no values."),
                ("max", scalar, "Largest value; null if there are no values."),
                Distinct,
            ]
        );

    private static AggregateKind Moment(string scalar, string what) =>
        new(
            $"{scalar}Aggregate",
            $"Figures of {what}; nulls are ignored.",
            [
                ("min", scalar, "Earliest value; null if there are no values."),
                ("max", scalar, "Latest value; null if there are no values."),
                Distinct,
            ]
        );
}
