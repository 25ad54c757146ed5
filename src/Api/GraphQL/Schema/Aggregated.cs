using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// A field of an aggregate: what comes of a field of the rows. From it come the field that tells it, the condition on it and the order by it.
/// </summary>
/// <param name="Name">That of the rows' field.</param>
/// <param name="Type">"DecimalAggregate"; its inputs are called after it.</param>
internal sealed record Aggregated(string Name, string Description, string Type, AccessRule Access)
{
    /// <summary>Of grouped values: what comes of each of them.</summary>
    public IReadOnlyList<Aggregated> Inner { get; init; } = [];

    /// <summary>Whether it is the sum of budgets, which has inputs of its own.</summary>
    public bool IsBudget { get; init; }

    public string FilterInput => IsBudget ? "BudgetPositionFilterInput" : $"{Type}FilterInput";

    public string SortInput => IsBudget ? "BudgetPositionSortInput" : $"{Type}SortInput";

    /// <summary>All fields of a model that something comes of.</summary>
    public static IEnumerable<Aggregated> Of(Model model) => model.Fields.Select(Of).OfType<Aggregated>();

    private static Aggregated? Of(ModelField field) =>
        field switch
        {
            ValueField { IsList: false, IsFiltered: false, IsSorted: false } => null,
            ValueField { IsList: false } value when value.Type != typeof(Guid) => Value(value),
            OneField => Row(field, "ValueAggregate", $"How many there are of `{field.Name}`."),
            // An activity's budget contains those of its parts, which are rows too.
            BudgetField { Scope: not (BudgetScope.LedgerEntry or BudgetScope.Activity) } => Row(
                field,
                "BudgetPosition",
                $"The sums of `{field.Name}`; a rate is one of sums."
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

/// <summary>What can be made of values of one type.</summary>
/// <param name="Functions">Each with the type that it gives.</param>
internal sealed record AggregateKind(
    string Name,
    string Description,
    IReadOnlyList<(string Name, string Type, string Description)> Functions
)
{
    private static readonly (string, string, string) Distinct = (
        "countDistinct",
        "Int!",
        "How many different ones there are; null is none."
    );

    private static readonly AggregateKind Decimal = Number("Decimal");
    private static readonly AggregateKind Int = Number("Int");
    private static readonly AggregateKind LocalDate = Moment("LocalDate", "days");
    private static readonly AggregateKind DateTime = Moment("DateTime", "moments");

    private static readonly AggregateKind Value = new(
        "ValueAggregate",
        "Figures of values that can only be told apart.",
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
            $"Figures of numbers of type {scalar}; rows without one are left out.",
            [
                ("sum", "Decimal", "Their sum, two decimals; null where there is none."),
                ("avg", "Decimal", "Their mean, two decimals; null where there is none."),
                ("min", scalar, "The smallest; null where there is none."),
                ("max", scalar, "The largest; null where there is none."),
                Distinct,
            ]
        );

    private static AggregateKind Moment(string scalar, string what) =>
        new(
            $"{scalar}Aggregate",
            $"Figures of {what}; rows without one are left out.",
            [
                ("min", scalar, "The earliest; null where there is none."),
                ("max", scalar, "The latest; null where there is none."),
                Distinct,
            ]
        );
}
