using GraphQL;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// All types that are derived from models, and the model behind each. The compiler uses them to get from the types that
/// a document selects to the models. Models with the same name share their types; which of them is meant follows from
/// the field that leads there.
/// </summary>
internal sealed class ModelTypes
{
    private readonly Dictionary<string, Model> models = [];
    private readonly Dictionary<string, IGraphType> all = [];

    public ModelTypes(Models declared)
    {
        AddRows(declared);
        Add(ConnectionTypes.PageInfo());
        var inputs = new InputSet();
        AddLists(declared, inputs);
        foreach (var input in inputs.All)
            Add(input);
        Queries = [.. NodeFields.All(), .. declared.All.SelectMany(RootFields.Of)];
    }

    /// <summary>Every derived type, once.</summary>
    public IReadOnlyCollection<IGraphType> All => all.Values;

    /// <summary>The fields of Query that models declare, and <c>node</c> and <c>nodes</c>.</summary>
    public IReadOnlyList<FieldType> Queries { get; }

    /// <summary>
    /// The model behind an object type, or behind its connection, edge, aggregate or group; the type may be wrapped in
    /// lists. Null for types that do not represent rows.
    /// </summary>
    public Model? ModelOf(IGraphType type) => models.GetValueOrDefault(type.GetNamedType().Name);

    /// <summary>Declares how values that represent rows of the type provide one of its fields.</summary>
    public void AddValueSource(ValueOfRow field) =>
        ((ModelSource)((IObjectGraphType)all[field.Type]).GetField(field.Field)!.Resolver!).OfValue = field.Source;

    private void AddRows(Models declared)
    {
        var node = NodeFields.Interface();
        Add(node);
        var rows = new ModelObjects(declared);
        foreach (var model in declared.All.OrderBy(model => !model.IsNode).DistinctBy(model => model.Name))
        {
            var type = rows.Of(model);
            Add(type, model);
            if (!model.IsNode)
                continue;
            type.AddResolvedInterface(node);
            node.AddPossibleType(type);
        }

        foreach (var group in rows.Groups)
            Add(group);
    }

    private void AddLists(Models declared, InputSet inputs)
    {
        var rows = new RowInputs(declared, inputs);
        var aggregates = new AggregateTypes(inputs);
        foreach (var model in declared.All.Where(model => model.Plural is not null))
        {
            rows.Use(model);
            foreach (var type in ConnectionTypes.Of(model))
                Add(type, model);
            if (model.GroupKeys.Count == 0)
                continue;
            foreach (var type in GroupTypes.Of(model, declared).Prepend(aggregates.Of(model)))
                Add(type, model);
        }

        rows.UseListed();
        foreach (var type in aggregates.Shared)
            Add(type);
    }

    private void Add(IGraphType type, Model? model = null)
    {
        all.Add(type.Name, type);
        if (model is not null)
            models.Add(type.Name, model);
    }
}
