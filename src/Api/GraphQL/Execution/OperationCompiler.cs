using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Schema;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Running;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Compiles an operation of a valid document: reads become statements, computed fields become calls, and shapes write
/// both. The result keeps nothing of the document.
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
    private static readonly LeafValue TypeName = new(new StringGraphType());

    public CompiledOperation Compile(GraphQLOperationDefinition operation)
    {
        var isMutation = operation.Operation == OperationType.Mutation;
        var root = isMutation ? selections.Schema.Mutation! : selections.Schema.Query;
        // The reads below each mutation run after it, so each mutation has statements of its own.
        var shared = new StepCompiler(newCompiler());
        var steps = new List<RootStep>();
        foreach (var field in selections.Collect(root, [operation.SelectionSet]))
        {
            var own = isMutation ? new StepCompiler(newCompiler()) : shared;
            var step = Step(field, root, own);
            steps.Add(isMutation ? step with { Reads = own.Reads } : step);
        }

        return new CompiledOperation([.. steps], isMutation, shared.Reads, selections.Fields);
    }

    /// <summary>Compiles the statements of a query, or of one mutation.</summary>
    private sealed class StepCompiler(ReadCompiler compiler)
    {
        private int slots;

        public ReadCompiler Compiler => compiler;

        public StepReads Reads => new(CompiledReads.Of(compiler), slots);

        /// <summary>Rows whose ids are handed in.</summary>
        public RowValue Rows(Model model, FieldSelection selection, FieldShape shape)
        {
            var slot = slots++;
            return new RowValue(slot, compiler.ByIds(shape, selection, model, slot));
        }
    }

    private RootStep Step(SelectedField field, IObjectGraphType root, StepCompiler step)
    {
        var shape = field.NewShape();
        var made = new RootStep(shape);
        switch (field.Definition.Resolver)
        {
            case var _ when field.Definition == selections.Schema.TypeNameMetaFieldType:
                return made with { Constant = root.Name, Value = TypeName };
            case FieldSource { Access: var rule } when !allows(rule):
                return made with { Call = Refusal($"{root.Name}.{field.Definition.Name}", rule) };
            case ListSource list:
                step.Compiler.List(shape, Selection(field), list.Model);
                return made;
            case LookupSource lookup:
                step.Compiler.Lookup(shape, Selection(field), lookup.Model, lookup.Lookup);
                return made;
            case NodeSource node:
                return made with
                {
                    Call = call => new ValueTask<object?>(NodeFields.Few(call.Arguments[node.Argument])),
                    Arguments = arguments.OfCall(field),
                    Value = Value(field.Definition.ResolvedType!, field, shape, step),
                };
            case CallSource call:
                return made with
                {
                    Call = call.Call,
                    MayRead = true,
                    Arguments = arguments.OfCall(field),
                    Selected = selections.NamesBelow(field),
                    Value = Value(field.Definition.ResolvedType!, field, shape, step),
                };
            default:
                return made with { IsIntrospection = true, Value = new JsonValue() };
        }
    }

    /// <summary>Fails as the field would, so that the caller learns who may use it.</summary>
    private static Func<FieldCall, ValueTask<object?>> Refusal(string what, AccessRule rule) =>
        call =>
        {
            call.Services.GetRequiredService<AccessControl>().Demand(what, rule);
            return default;
        };

    private NodeValue Node(SelectedField field, string argument, FieldShape shape, StepCompiler step)
    {
        var selection = Selection(field);
        var given = ArgumentReader.Value(arguments.OfCall(field)[argument], scalar => scalar.Known);
        var byType = (given as IReadOnlyList<object?> ?? [given])
            .Select(VariableSignature.TypeOf)
            .Distinct()
            .Where(name => models.Nodes.TryGetValue(name, out var model) && allows(model.Fields[0].Access))
            .ToDictionary(name => name, name => step.Rows(models.Nodes[name], selection, shape));
        return new NodeValue(shape, argument, byType);
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
            case IAbstractGraphType when field.Definition.Resolver is NodeSource node:
                return Node(field, node.Argument, shape, step);
            case IAbstractGraphType several:
                return new AbstractValue(
                    several,
                    selections.Schema,
                    several.PossibleTypes.ToDictionary(possible => possible, possible => Object(possible, field, step))
                );
            case IObjectGraphType known when IsRow(known):
                return step.Rows(types.ModelOf(known)!, Selection(field), shape);
            case IObjectGraphType known:
                return Object(known, field, step);
            default:
                throw new InvalidOperationException($"{type} is no type of values.");
        }
    }

    /// <summary>Whether values of the type are ids of rows, because its fields can only be read from rows.</summary>
    private bool IsRow(IObjectGraphType type) =>
        types.ModelOf(type) is not null && type.Fields.All(field => field.Resolver is ModelSource { OfValue: null });

    private ObjectValue Object(IObjectGraphType type, SelectedField field, StepCompiler step) =>
        new([
            .. selections
                .Collect(type, field.Below)
                .Select(member =>
                {
                    var shape = member.NewShape();
                    return new ValueFieldShape(
                        shape,
                        SourceOf(member.Definition, type),
                        arguments.OfCall(member),
                        Value(member.Definition.ResolvedType!, member, shape, step)
                    );
                }),
        ]);

    /// <summary>The source of a field of a value. A restricted or personal field is checked when it is read.</summary>
    private ValueSource SourceOf(FieldType field, IObjectGraphType type)
    {
        if (field == selections.Schema.TypeNameMetaFieldType)
            return Constant(type.Name);
        var what = $"{type.Name}.{field.Name}";
        var source =
            (field.Resolver as ModelSource)?.OfValue
            ?? field.Resolver as ValueSource
            ?? throw new InvalidOperationException($"{what} has no value.");
        var rule = ((FieldSource)field.Resolver!).Access;
        return rule is { IsOpen: true, IsPersonal: false } ? source : Guarded(source, what, rule);
    }

    private static ValueSource Constant(string value) => new((_, _) => value);

    private static ValueSource Guarded(ValueSource source, string what, AccessRule rule) =>
        new(
            (value, call) =>
            {
                call.Services.GetRequiredService<AccessControl>().Use(what, rule);
                return source.Get(value, call);
            }
        );

    /// <summary>A field with its selection, in the form that the read compiler needs.</summary>
    private FieldSelection Selection(SelectedField field) =>
        new(field.Key, field.Definition.Name)
        {
            IsNonNull = field.IsNonNull,
            Type = field.Definition.ResolvedType!.ToString()!,
            Arguments = arguments.OfRead(field),
            Below = type =>
                [
                    .. selections
                        .Collect((IObjectGraphType)selections.Schema.AllTypes[type]!, field.Below)
                        .Select(Selection),
                ],
            Position = field.Position,
        };
}
