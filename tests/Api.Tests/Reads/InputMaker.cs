using GraphQL.Types;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Makes conditions and orders of everything that the schema offers.</summary>
/// <param name="allows">What is asked for: now and then something that the caller may not use.</param>
internal sealed class InputMaker(
    ISchema schema,
    ModelSet models,
    ValuePool pool,
    Random dice,
    Func<AccessRule, bool> allows
)
{
    private const int MostDepth = 4;
    private const int OneFaultIn = 150;

    /// <summary>Whether something that must be refused may be put in.</summary>
    public bool MakesFaults { get; set; } = true;

    public Given Where(Model model, int depth = 0) =>
        Where(Input($"{model.Name}FilterInput"), model, model.Fields, depth);

    public Given Order(Model model, int most = 3)
    {
        var type = $"[{model.Name}SortInput!]";
        var entries = Enumerable
            .Range(0, dice.Next(1, most + 1))
            .Select(Given (_) => Sort(Input($"{model.Name}SortInput"), model.Fields, 0, $"{model.Name}SortInput!"));
        return new GivenList(type, [.. entries]);
    }

    /// <summary>Conditions on figures of groups.</summary>
    public Given Having(Model model) => Figures(Input($"{model.Name}AggregateFilterInput"), model, model.Fields);

    /// <summary>What to sort groups by.</summary>
    public Given GroupOrder(Model model)
    {
        var type = $"{model.Name}GroupSortInput";
        return new GivenList(
            $"[{type}!]",
            [
                .. Enumerable
                    .Range(0, dice.Next(1, 3))
                    .Select(Given (_) => Sort(Input(type), model.Fields, 0, $"{type}!")),
            ]
        );
    }

    private IInputObjectGraphType Input(string name) => (IInputObjectGraphType)schema.AllTypes[name]!;

    private IInputObjectGraphType Input(FieldType field) => Input(Bare(field));

    private static string Bare(FieldType field) => field.ResolvedType!.ToString()!.Trim('[', ']', '!');

    private Given Where(IInputObjectGraphType input, Model model, IReadOnlyList<ModelField> fields, int depth)
    {
        if (dice.Next(40) == 0)
            return dice.Next(2) == 0 ? new GivenValue(input.Name, null) : new GivenObject(input.Name, []);
        return Members(
            input,
            dice.Next(1, depth > 1 ? 2 : 4),
            name => fields.First(field => field.Name == name),
            (field, declared) => Condition(declared, field, model, depth + 1),
            () => Where(input, model, fields, depth + 1),
            depth
        );
    }

    /// <summary>Some members of an input, with and and or among them.</summary>
    private GivenObject Members(
        IInputObjectGraphType input,
        int most,
        Func<string, ModelField?> find,
        Func<ModelField, FieldType, Given?> make,
        Func<Given> again,
        int depth
    )
    {
        var members = new OrderedDictionary<string, Given>();
        var names = input.Fields.ToList();
        for (var i = 0; i < most; i++)
        {
            var chosen = names[dice.Next(names.Count)];
            if (chosen.Name is "and" or "or")
            {
                if (depth < MostDepth)
                    members[chosen.Name] = Several(chosen, again);
            }
            else if (find(chosen.Name) is { } field && (allows(field.Access) || MakesFaults && dice.Next(30) == 0))
            {
                if (make(field, chosen) is { } made)
                    members[chosen.Name] = made;
            }
        }

        return new GivenObject(input.Name, [.. members.Select(member => (member.Key, member.Value))]);
    }

    private GivenList Several(FieldType combine, Func<Given> one) =>
        new(
            combine.ResolvedType!.ToString()!,
            [
                .. Enumerable
                    .Range(0, dice.Next(4))
                    .Select(_ => one())
                    .Select(item =>
                        item is GivenObject
                            ? item with
                            {
                                Type = item.Type + "!",
                            }
                            : new GivenObject(item.Type + "!", [])
                    ),
            ]
        );

    private Given? Condition(FieldType declared, ModelField field, Model model, int depth)
    {
        var input = Input(declared);
        if (dice.Next(30) == 0)
            return dice.Next(2) == 0 ? new GivenValue(input.Name, null) : new GivenMissing(input.Name);
        return field switch
        {
            GroupField group => Where(input, model, group.Fields, depth),
            OneField one => depth < MostDepth
                ? Where(input, models.For(one.Row), models.For(one.Row).Fields, depth)
                : null,
            BudgetField => Members(
                input,
                2,
                _ => field,
                (_, figure) => Operations(figure, model, field, typeof(decimal)),
                () => Condition(declared, field, model, depth + 1)!,
                depth
            ),
            ValueField { IsList: true } list => Quantified(input, item => Operations(item, model, list, list.Type)),
            ManyField { Shape: ManyShape.Texts } texts => Quantified(
                input,
                item => Operations(item, model, texts, typeof(string))
            ),
            RelatedField related and not ManyField { Shape: ManyShape.FirstText } => depth < MostDepth
                ? Quantified(
                    input,
                    item => Where(Input(item), models.For(related.Row), models.For(related.Row).Fields, depth)
                )
                : null,
            ValueField value => Operations(declared, model, value, value.Type),
            _ => Operations(declared, model, field, typeof(string)),
        };
    }

    private GivenObject Quantified(IInputObjectGraphType input, Func<FieldType, Given> item)
    {
        var quantifier = input.Fields.ElementAt(dice.Next(input.Fields.Count));
        return new GivenObject(
            input.Name,
            [
                (
                    quantifier.Name,
                    quantifier.Name == "any" ? new GivenValue("Boolean", dice.Next(2) == 0) : item(quantifier)
                ),
            ]
        );
    }

    private GivenObject Operations(FieldType declared, Model model, ModelField field, Type type, int depth = 0)
    {
        var input = Input(declared);
        var members = new OrderedDictionary<string, Given>();
        for (var i = 0; i < dice.Next(1, 3); i++)
        {
            var chosen = input.Fields.ElementAt(dice.Next(input.Fields.Count));
            if (chosen.Name is not ("and" or "or"))
                members[chosen.Name] = Operand(chosen, model, field, type);
            else if (depth < 2)
                members[chosen.Name] = Several(chosen, () => Operations(declared, model, field, type, depth + 1));
        }

        return new GivenObject(input.Name, [.. members.Select(member => (member.Key, member.Value))]);
    }

    private Given Operand(FieldType operation, Model model, ModelField field, Type type)
    {
        var scalar = Bare(operation);
        var value = pool.Of(model, field, type);
        if (MakesFaults && dice.Next(OneFaultIn) == 0)
            return dice.Next(2) == 0
                ? new GivenMissing(operation.ResolvedType!.ToString()!)
                : new GivenValue(operation.ResolvedType!.ToString()!, null);
        if (MakesFaults && value is NodeId && dice.Next(OneFaultIn / 5) == 0)
            value = pool.IdOf(models.Nodes.Values.ElementAt(dice.Next(models.Nodes.Count)));
        return operation.Name switch
        {
            "eq" or "neq" when dice.Next(6) == 0 => new GivenValue(scalar, null),
            "eq" or "neq" => new GivenValue(scalar, value),
            "in" or "nin" => new GivenList($"[{scalar}]", [.. Items(scalar, model, field, type)]),
            _ => new GivenValue(scalar, value is string text ? pool.PartOf(text) : value),
        };
    }

    private IEnumerable<Given> Items(string scalar, Model model, ModelField field, Type type) =>
        Enumerable
            .Range(0, dice.Next(4))
            .Select(_ => new GivenValue(scalar, dice.Next(5) == 0 ? null : pool.Of(model, field, type)));

    private GivenObject Sort(IInputObjectGraphType input, IReadOnlyList<ModelField> fields, int depth, string type)
    {
        var members = new OrderedDictionary<string, Given>();
        for (var i = 0; i < dice.Next(1, 3); i++)
        {
            var chosen = input.Fields.ElementAt(dice.Next(input.Fields.Count));
            var field = fields.FirstOrDefault(one => one.Name == chosen.Name);
            if (field is not null && !allows(field.Access) && !(MakesFaults && dice.Next(30) == 0))
                continue;
            if (Bare(chosen) == "SortEnumType")
                members[chosen.Name] = new GivenValue(
                    "SortEnumType",
                    dice.Next(12) == 0 ? null : new EnumWord(dice.Next(2) == 0 ? "ASC" : "DESC")
                );
            else if (depth < 3)
                members[chosen.Name] = Sort(Input(chosen), Inner(field), depth + 1, Bare(chosen));
        }

        return new GivenObject(type, [.. members.Select(member => (member.Key, member.Value))]);
    }

    private IReadOnlyList<ModelField> Inner(ModelField? field) =>
        field switch
        {
            GroupField group => group.Fields,
            RelatedField related => models.For(related.Row).Fields,
            _ => [],
        };

    private GivenObject Figures(IInputObjectGraphType input, Model model, IReadOnlyList<ModelField> fields)
    {
        var chosen = input.Fields.ElementAt(dice.Next(input.Fields.Count));
        var field = fields.FirstOrDefault(one => one.Name == chosen.Name);
        if (field is not null && !allows(field.Access))
            return new GivenObject(input.Name, []);
        Given made = field switch
        {
            null => Operations(chosen, model, Nothing, typeof(int)),
            GroupField group => Figures(Input(chosen), model, group.Fields),
            _ => Function(Input(chosen), model, field),
        };
        return new GivenObject(input.Name, [(chosen.Name, made)]);
    }

    private GivenObject Function(IInputObjectGraphType functions, Model model, ModelField field)
    {
        var names = functions.Fields.Where(one => one.Name is not ("and" or "or")).ToList();
        var function = names[dice.Next(names.Count)];
        var type = Bare(function) switch
        {
            "IntOperationFilterInput" => typeof(int),
            "DecimalOperationFilterInput" => typeof(decimal),
            _ => ((ValueField)field).Type,
        };
        // Gregorian years are refused wherever a fiscal year is compared.
        var plain = (type == typeof(int) || type == typeof(decimal)) && !FiscalYears.IsNamed(field.Name);
        return new GivenObject(
            functions.Name,
            [(function.Name, Operations(function, model, plain ? Nothing : field, type))]
        );
    }

    private static readonly ModelField Nothing = new AnyFigure();

    /// <summary>Stands for a figure: its values are any.</summary>
    private sealed class AnyFigure() : ModelField("", "");
}
