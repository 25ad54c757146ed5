using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the object types of rows, and of grouped values, from the fields of models.</summary>
internal sealed class ModelObjects(Models models)
{
    private readonly Dictionary<string, ObjectGraphType> groups = [];

    /// <summary>The types of grouped values that have been created so far.</summary>
    public IEnumerable<ObjectGraphType> Groups => groups.Values;

    /// <summary>
    /// The fields of all models with a name, each once, in the order of declaration. Models that share a name, such as the
    /// lists of numbered texts, are one type for clients.
    /// </summary>
    public static IEnumerable<ModelField> Fields(Models models, string name) =>
        models.All.Where(model => model.Name == name).SelectMany(model => model.Fields).DistinctBy(field => field.Name);

    public ObjectGraphType Of(Model model) =>
        TypeNames.Object(model.Name, model.Description, Fields(models, model.Name).Select(Of));

    private FieldType Of(ModelField field) =>
        TypeNames.Field(
            field.Name,
            TypeOf(field),
            field.Description,
            new ModelSource { Access = field.Access },
            ArgumentsOf(field)
        );

    /// <summary>
    /// The nullability of a field. A caller who may not read a field gets null and an error, so restricted fields must
    /// be nullable. Ids are not, as Node requires: then the whole object becomes null.
    /// </summary>
    private string TypeOf(ModelField field)
    {
        var (name, isNullable) = Of(field, TypeNameOf(field));
        var isId = field is ValueField { NodeType: not null };
        return isNullable || !(field.Access.IsOpen || isId) ? name : $"{name}!";
    }

    private static (string Type, bool IsNullable) Of(ModelField field, string name) =>
        field switch
        {
            ValueField value => (value.IsList ? $"[{name}!]" : name, value.IsNullable),
            OneField one => (name, one.IsNullable),
            ManyField { Shape: ManyShape.List or ManyShape.Texts } => ($"[{name}!]", false),
            GroupField group => (name, group.Presence is not null),
            LocalTextField or PageField or BudgetField => (name, false),
            _ => (name, true),
        };

    private string TypeNameOf(ModelField field) =>
        field switch
        {
            ValueField value => TypeNames.Of(value.Type),
            LocalTextField or ManyField { Shape: ManyShape.Texts or ManyShape.FirstText } => "String",
            PageField page => $"{models.For(page.Row).Plural}Connection",
            RelatedField related => models.For(related.Row).Name,
            GroupField group => Group(group),
            BudgetField => "BudgetPosition",
            SourceField => "Source",
            NodeField => "Node",
            _ => throw new InvalidOperationException($"Unknown kind of field {field}."),
        };

    private QueryArgument[] ArgumentsOf(ModelField field) =>
        field switch
        {
            ManyField { Years: not null } => [FieldArguments.FiscalYear()],
            ManyField { TakesWhere: true } many => [FieldArguments.Where(models.For(many.Row).Name)],
            PageField page => FieldArguments.List(models.For(page.Row).Name),
            BudgetField { Scope: not BudgetScope.LedgerEntry } => [FieldArguments.AsOf()],
            _ => [],
        };

    private string Group(GroupField field)
    {
        if (!groups.ContainsKey(field.Type.Name))
            groups.Add(
                field.Type.Name,
                TypeNames.Object(field.Type.Name, field.Type.Description, field.Fields.Select(Of))
            );
        return field.Type.Name;
    }
}
