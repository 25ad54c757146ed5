using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Schema;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Running;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Compiles an operation of a valid document: reads become statements, computed fields become calls, and shapes write
/// both. The result keeps nothing of the document except the arguments of computed fields.
/// </summary>
/// <param name="allows">Whether the callers for whom the operation is compiled may use a field.</param>
internal sealed class OperationCompiler(
    SelectionReader selections,
    ArgumentReader arguments,
    ModelTypes types,
    Models models,
    Func<ReadCompiler> newCompiler,
    Func<AccessRule, bool> allows
)
{
    public CompiledOperation Compile(GraphQLOperationDefinition operation)
    {
        var isMutation = operation.Operation == OperationType.Mutation;
        var root = isMutation ? selections.Schema.Mutation! : selections.Schema.Query;
        var fields = selections.Collect(root, [operation.SelectionSet]);
        // The reads below each mutation run after it, so each mutation has statements of its own.
        var shared = new StepCompiler(newCompiler());
        var steps = new List<RootStep>();
        foreach (var field in fields)
        {
            var own = isMutation ? new StepCompiler(newCompiler()) : shared;
            var step = Step(field, root, own);
            steps.Add(isMutation ? step with { Reads = own.Reads, Slots = own.Slots } : step);
        }

        return new CompiledOperation(steps, isMutation, shared.Reads, shared.Slots);
    }

    /// <summary>The statements of an operation, or of one mutation in it.</summary>
    private sealed class StepCompiler(ReadCompiler compiler)
    {
        public ReadCompiler Compiler => compiler;

        public int Slots { get; set; }

        public CompiledReads Reads => CompiledReads.Of(compiler);
    }

    private RootStep Step(SelectedField field, IObjectGraphType root, StepCompiler step)
    {
        var shape = new FieldShape(
            field.Key,
            field.Definition.ResolvedType is NonNullGraphType,
            field.Ast.Location.Start
        );
        if (field.Definition == selections.Schema.TypeNameMetaFieldType)
            return new RootStep(shape) { Constant = root.Name };
        if (field.Definition.Resolver is not FieldSource source)
            return new RootStep(shape) { IsIntrospection = true };
        if (!allows(source.Access))
            return new RootStep(shape) { Refused = ($"{root.Name}.{field.Definition.Name}", source.Access) };
        switch (source)
        {
            case ListSource list:
                step.Compiler.List(shape, Selection(field), list.Model);
                return new RootStep(shape) { IsRead = true };
            case LookupSource lookup:
                step.Compiler.Lookup(shape, Selection(field), lookup.Model, lookup.Lookup);
                return new RootStep(shape) { IsRead = true };
            case NodeSource node:
                return new RootStep(shape) { Nodes = Nodes(field, Selection(field), shape, node, step) };
            case CallSource call:
                return new RootStep(shape)
                {
                    Call = call.Call,
                    Arguments = ArgumentReader.Values(field.Definition, field.Ast),
                    Value = Value(field.Definition.ResolvedType!, field, shape, step),
                    IsSelected = Paths(field),
                };
            default:
                throw new InvalidOperationException($"{root.Name}.{field.Definition.Name} is not a root field.");
        }
    }

    private RootNodes Nodes(
        SelectedField field,
        FieldSelection selection,
        FieldShape shape,
        NodeSource source,
        StepCompiler step
    )
    {
        var argument = selection.Arguments[source.IsMany ? "ids" : "id"];
        var given = argument switch
        {
            ListInput list => list.Items,
            var one => [one],
        };
        var byType = new Dictionary<string, RowValue>();
        foreach (var name in given.OfType<ScalarInput>().Select(id => OperationVariables.TypeOf(id.Known)).Distinct())
        {
            if (!models.Nodes.TryGetValue(name, out var model) || !allows(model.Fields[0].Access))
                continue;
            byType[name] = Row(model, selection, shape, step);
        }

        return new RootNodes(source.IsMany, argument, byType);
    }

    private static RowValue Row(Model model, FieldSelection selection, FieldShape shape, StepCompiler step)
    {
        var slot = step.Slots++;
        return new RowValue(slot, step.Compiler.ByIds(shape, selection, model, slot));
    }

    /// <summary>How a C# value of a type is written.</summary>
    private ValueShape Value(IGraphType type, SelectedField field, FieldShape shape, StepCompiler step)
    {
        switch (type)
        {
            case NonNullGraphType nonNull:
                return Value(nonNull.ResolvedType!, field, shape, step);
            case ListGraphType list:
                return new ListValue(
                    Value(list.ResolvedType!, field, shape, step),
                    list.ResolvedType is NonNullGraphType
                );
            case ScalarGraphType scalar:
                return new LeafValue(scalar);
            case IAbstractGraphType several:
                var byType = several.PossibleTypes.ToDictionary(
                    possible => possible,
                    possible => (ValueShape)Object(possible, field, step)
                );
                return new AbstractValue(
                    value =>
                        several.GetObjectType(value, selections.Schema)
                        ?? throw new InvalidOperationException(
                            $"A {value.GetType()} is none of the types of {several.Name}."
                        ),
                    possible => byType[possible]
                );
            case IObjectGraphType known when IsRow(known):
                return Row(types.ModelOf(known)!, Selection(field), shape, step);
            case IObjectGraphType known:
                return Object(known, field, step);
            default:
                throw new InvalidOperationException($"{type} is no type of values.");
        }
    }

    /// <summary>Whether values of the type are ids of rows, because its fields can only be read from rows.</summary>
    private bool IsRow(IObjectGraphType type) =>
        types.ModelOf(type) is not null
        && type.Fields.All(one => one.Resolver is ModelSource && ModelTypes.ValueOf(one) is null);

    private ObjectValue Object(IObjectGraphType type, SelectedField field, StepCompiler step) =>
        new(
            type.Name,
            [
                .. selections
                    .Collect(type, field.Below)
                    .Select(member =>
                    {
                        var shape = Selection(member).NewShape();
                        if (member.Definition == selections.Schema.TypeNameMetaFieldType)
                            return new ValueFieldShape(shape, null, _ => [], new LeafValue(new StringGraphType()));
                        var get =
                            member.Definition.Resolver as ValueSource
                            ?? ModelTypes.ValueOf(member.Definition)
                            ?? throw new InvalidOperationException(
                                $"{type.Name}.{member.Definition.Name} has no value."
                            );
                        var guarded = Guarded(get, $"{type.Name}.{member.Definition.Name}", member.Definition);
                        return new ValueFieldShape(
                            shape,
                            guarded,
                            ArgumentReader.Values(member.Definition, member.Ast),
                            Value(member.Definition.ResolvedType!, member, shape, step)
                        );
                    }),
            ]
        );

    /// <summary>A field of a value that is restricted or contains personal data.</summary>
    private static ValueSource Guarded(ValueSource source, string what, FieldType definition)
    {
        var rule = definition.Resolver is ModelSource model ? model.Access : source.Access;
        return rule is { IsOpen: true, IsPersonal: false }
            ? source
            : new ValueSource(
                (value, call) =>
                {
                    call.Services.GetRequiredService<AccessControl>().Use(what, rule);
                    return source.Get(value, call);
                }
            );
    }

    /// <summary>A field with its selection, in the form that the read compiler needs.</summary>
    private FieldSelection Selection(SelectedField field) =>
        new(field.Key, field.Definition.Name)
        {
            IsNonNull = field.Definition.ResolvedType is NonNullGraphType,
            Type = field.Definition.ResolvedType!.ToString()!,
            Arguments = arguments.Inputs(field.Definition, field.Ast),
            Below = type =>
                [
                    .. selections
                        .Collect((IObjectGraphType)selections.Schema.AllTypes[type]!, field.Below)
                        .Select(Selection),
                ],
            Position = field.Ast.Location.Start,
        };

    /// <summary>Whether a path of fields, by their names in the schema, is selected below a field.</summary>
    private Func<IReadOnlyList<string>, bool> Paths(SelectedField field)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in field.Below)
            Add("", set);
        return path => paths.Contains(string.Concat(path.Select(step => $"/{step}")));

        void Add(string path, GraphQLSelectionSet set)
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case GraphQLField inner:
                        var at = $"{path}/{inner.Name.StringValue}";
                        paths.Add(at);
                        if (inner.SelectionSet is { } below)
                            Add(at, below);
                        break;
                    case GraphQLInlineFragment fragment:
                        Add(path, fragment.SelectionSet);
                        break;
                    case GraphQLFragmentSpread spread when selections.Fragment(spread) is { } fragment:
                        Add(path, fragment.SelectionSet);
                        break;
                }
            }
        }
    }
}
