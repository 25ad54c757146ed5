using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Makes the filter and sort inputs of the schema from the declarations of what can be filtered and sorted by.</summary>
internal sealed class QueryInputs(QueryModels models)
{
    private readonly Dictionary<string, InputObjectGraphType> inputs = [];

    public IReadOnlyCollection<InputObjectGraphType> All()
    {
        foreach (var model in models.All)
        {
            Add(
                $"{model.Name}FilterInput",
                $"Conditions on a {model.Name}; all must hold.",
                input => Filter(input, model)
            );
            Add(
                $"ListFilterInputTypeOf{model.Name}FilterInput",
                $"Conditions on a list of {model.Name}.",
                input => Quantifiers(input, $"{model.Name}FilterInput")
            );
            if (model.Sortable)
                Add($"{model.Name}SortInput", $"What to sort a list of {model.Name} by.", input => Sort(input, model));
        }

        return inputs.Values;
    }

    private void Filter(InputObjectGraphType input, QueryModel model)
    {
        Combine(input);
        foreach (var field in model.Fields)
        {
            var type = field switch
            {
                ValueField value => Operations(value.ValueType),
                RelatedField related => $"{related.Model(models).Name}FilterInput",
                ListField list => $"ListFilterInputTypeOf{list.Model(models).Name}FilterInput",
                ValueListField list => ListOperations(list.ItemType),
                GroupField group => Group(group),
                _ => throw new InvalidOperationException($"Unknown kind of field {field}."),
            };
            Field(input, field.Name, type, $"Conditions on `{field.Name}`.");
        }
    }

    private void Sort(InputObjectGraphType input, QueryModel model)
    {
        foreach (var field in model.Fields)
        {
            if (field is ValueField { Sortable: true })
                Field(input, field.Name, "SortEnumType", $"By `{field.Name}`.");
            else if (field is RelatedField related && related.Model(models).Sortable)
                Field(input, field.Name, $"{related.Model(models).Name}SortInput", $"By a field of `{field.Name}`.");
            else if (field is GroupField group)
                Field(input, field.Name, $"{group.TypeName}SortInput", $"By a field of `{field.Name}`.");
        }
    }

    private string Group(GroupField group)
    {
        Add(
            $"{group.TypeName}SortInput",
            $"What to sort by of a {group.TypeName}.",
            input => Each(input, field => ("SortEnumType", $"By `{field.Name}`."))
        );
        return Add(
            $"{group.TypeName}FilterInput",
            $"Conditions on a {group.TypeName}; all must hold.",
            input =>
            {
                Combine(input);
                Each(input, field => (Operations(field.ValueType), $"Conditions on `{field.Name}`."));
            }
        );

        void Each(InputObjectGraphType input, Func<ValueField, (string Type, string Description)> describe)
        {
            foreach (var field in group.Fields)
                Field(input, field.Name, describe(field).Type, describe(field).Description);
        }
    }

    private string ListOperations(Type itemType)
    {
        var operations = Operations(itemType);
        return Add($"List{operations}", "Conditions on a list of values.", input => Quantifiers(input, operations));
    }

    private string Operations(Type type)
    {
        var scalar = ScalarName(type);
        var name = scalar == "ID" ? "IdOperationFilterInput" : $"{scalar}OperationFilterInput";
        return Add(
            name,
            $"Conditions on a {scalar}; all must hold. A null in the place of a condition is no condition.",
            Fill
        );

        void Fill(InputObjectGraphType input)
        {
            Combine(input);
            Field(input, "eq", scalar, "Equal; `eq: null` means: is null.");
            Field(input, "neq", scalar, "Not equal; `neq: null` means: is not null.");
            if (type == typeof(bool))
                return;
            Field(input, "in", $"[{scalar}]", "Equal to one of these; an empty list matches nothing.");
            Field(input, "nin", $"[{scalar}]", "Equal to none of these.");
            if (type == typeof(string))
                Search(input);
            else if (type != typeof(Guid) && !type.IsEnum)
                Compare(input, scalar);
        }
    }

    private static void Search(InputObjectGraphType input)
    {
        const string how = "Latin letters match without case, Thai and Arabic digits match each other";
        Field(input, "contains", "String", $"Contains this text. {how}.");
        Field(input, "ncontains", "String", "Does not contain this text.");
        Field(input, "startsWith", "String", $"Starts with this text. {how}.");
        Field(input, "nstartsWith", "String", "Does not start with this text.");
        Field(input, "endsWith", "String", $"Ends with this text. {how}.");
        Field(input, "nendsWith", "String", "Does not end with this text.");
    }

    private static void Compare(InputObjectGraphType input, string scalar)
    {
        Field(input, "gt", scalar, "Greater.");
        Field(input, "ngt", scalar, "Not greater; true of null.");
        Field(input, "gte", scalar, "Greater or equal.");
        Field(input, "ngte", scalar, "Neither greater nor equal; true of null.");
        Field(input, "lt", scalar, "Less.");
        Field(input, "nlt", scalar, "Not less; true of null.");
        Field(input, "lte", scalar, "Less or equal.");
        Field(input, "nlte", scalar, "Neither less nor equal; true of null.");
    }

    private static void Quantifiers(InputObjectGraphType input, string inner)
    {
        Field(input, "all", inner, "Every item matches; true of an empty list.");
        Field(input, "none", inner, "No item matches.");
        Field(input, "some", inner, "At least one item matches.");
        Field(input, "any", "Boolean", "Whether there is any item at all.");
    }

    private static void Combine(InputObjectGraphType input)
    {
        Field(input, "and", $"[{input.Name}!]", "All of these; an empty list is no condition.");
        Field(input, "or", $"[{input.Name}!]", "At least one of these; an empty list is no condition.");
    }

    private static void Field(InputObjectGraphType input, string name, string type, string description) =>
        input.AddField(TypeNames.Field(name, type, description));

    private string Add(string name, string description, Action<InputObjectGraphType> fill)
    {
        if (!inputs.ContainsKey(name))
        {
            var input = new InputObjectGraphType { Name = name, Description = description };
            inputs.Add(name, input);
            fill(input);
        }

        return name;
    }

    private static string ScalarName(Type type) =>
        type == typeof(string) ? "String"
        : type == typeof(int) ? "Int"
        : type == typeof(bool) ? "Boolean"
        : type == typeof(decimal) ? "Decimal"
        : type == typeof(DateOnly) ? "LocalDate"
        : type == typeof(DateTimeOffset) ? "DateTime"
        : type == typeof(Guid) ? "ID"
        : type.Name;
}
