using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Tells the selected fields of a row.</summary>
internal sealed class NaiveObjects
{
    private readonly NaiveValues values;
    private readonly List<string> errors;
    private readonly Lazy<ILookup<(Guid, string), PrintedSource>> sources;

    public NaiveObjects(NaiveValues values, List<string> errors)
    {
        (this.values, this.errors) = (values, errors);
        Lists = new NaiveLists(values, this, errors);
        sources = new(() => values.Rows.Of<PrintedSource>().ToLookup(source => (source.OwnerId, source.Member)));
    }

    public NaiveLists Lists { get; }

    public object Row(Model model, object row, IEnumerable<Asked> selected) =>
        Object(model.Name, model.Fields, row, selected);

    private object Object(string type, IReadOnlyList<ModelField> fields, object row, IEnumerable<Asked> selected) =>
        NaiveReads.Fields(
            selected,
            asked =>
            {
                if (asked.Name == "__typename")
                    return (type, true);
                var field = fields.First(one => one.Name == asked.Name);
                if (values.Allows(field.Access))
                    return (Value(field, row, asked), IsNonNull(field));
                errors.Add(NaiveChecks.NotAllowed);
                return (null, IsNonNull(field));
            }
        );

    /// <summary>Who may not read a field gets null: it must be allowed to be. Ids are not, and take their object with them.</summary>
    private static bool IsNonNull(ModelField field) =>
        (field.Access.IsOpen || field is ValueField { NodeType: not null })
        && field switch
        {
            ValueField value => !value.IsNullable,
            OneField one => !one.IsNullable,
            ManyField many => many.Shape is ManyShape.List or ManyShape.Texts,
            GroupField group => group.Presence is null,
            LocalTextField or PageField or BudgetField => true,
            _ => false,
        };

    private object? Value(ModelField field, object row, AskedField asked) =>
        field switch
        {
            ValueField { NodeType: { } node } id => new NodeId(node, (Guid)values.Of(id, row)!).ToString(),
            ValueField { IsList: true } list => ((System.Collections.IEnumerable)values.Of(list, row)!)
                .Cast<object>()
                .Select(Told.Of)
                .ToList(),
            ValueField value => Told.Of(values.Of(value, row)) ?? (value.IsEmptyForNull ? "" : null),
            LocalTextField text => values.Seen.Value(text.English, row),
            GroupField { Presence: { } presence } when values.Seen.Value(presence, row) is null => null,
            GroupField group => Object(group.Type.Name, group.Fields, row, asked.Below),
            BudgetField budget => Budget(values.Money.Of(budget, row, Moment(asked)), asked),
            SourceField source => Source(sources.Value[(values.Rows.IdOf(row)!.Value, source.Member)], asked),
            OneField one => One(one, row, asked),
            ManyField many => Lists.Many(many, row, asked),
            PageField page => Lists.Connection(values.Models.For(page.Row), values.Children(page, row), asked),
            NodeField node => Node(node, row, asked),
            _ => throw new InvalidOperationException($"{field} is not told."),
        };

    /// <summary>The past moment that a budget is asked for; null for now.</summary>
    public static DateTimeOffset? Moment(AskedField asked) =>
        asked.Argument("asOf") is GivenValue { Value: DateTimeOffset moment } ? moment : null;

    public static object Budget(Balance balance, AskedField asked) =>
        NaiveReads.Fields(
            asked.Below,
            figure =>
                figure.Name switch
                {
                    "__typename" => ("BudgetPosition", true),
                    "quarters" => (
                        Enum.GetValues<FiscalQuarter>().Select(one => Quarter(balance, one, figure)).ToList(),
                        true
                    ),
                    "disbursementRate" => (balance.DisbursementRate, false),
                    _ => (NaiveMoney.Figure(balance, figure.Name), true),
                }
        );

    private static object? Quarter(Balance balance, FiscalQuarter quarter, AskedField asked) =>
        NaiveReads.Fields(
            asked.Below,
            field =>
                (
                    field.Name switch
                    {
                        "planned" => balance.Planned[quarter],
                        "disbursed" => balance.Disbursed[quarter],
                        "__typename" => "QuarterBudget",
                        _ => Told.Of(quarter),
                    },
                    true
                )
        );

    private static object? Source(IEnumerable<PrintedSource> found, AskedField asked) =>
        found.FirstOrDefault() is not { } source
            ? null
            : NaiveReads.Fields(
                asked.Below,
                field =>
                    (
                        field.Name switch
                        {
                            "line" => Told.Of(source.Line),
                            "table" => Told.Of(source.Table),
                            "row" => Told.Of(source.Row),
                            "column" => Told.Of(source.Column),
                            "rawText" => source.RawText,
                            "page" => Told.Of(source.Page),
                            "paragraph" => Told.Of(source.Paragraph),
                            "sheet" => source.Sheet,
                            "cell" => source.Cell,
                            _ => "Source",
                        },
                        false
                    )
            );

    private object? One(OneField field, object row, AskedField asked)
    {
        if (values.Other(field, row) is { } other)
            return Row(values.Models.For(field.Row), other, asked.Below);
        if (!field.IsNullable)
            errors.Add("INTERNAL_ERROR");
        return null;
    }

    private object? Node(NodeField field, object row, AskedField asked) =>
        values.Seen.Value(field.TypeName, row) is string type
        && values.Models.Nodes.TryGetValue(type, out var model)
        && values.Allows(model.Fields[0].Access)
        && values.Rows.Find(model.Row, (Guid?)values.Seen.Value(field.Id, row)) is { } node
        && values.Seen.Sees(node)
            ? Row(model, node, asked.Below)
            : null;
}
