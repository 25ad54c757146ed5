using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Application.Access;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// What the library executes by, once it has validated a document: the operation is compiled and run. Of the library's own execution
/// only introspection is left.
/// </summary>
internal sealed class CompiledStrategy : SerialExecutionStrategy
{
    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var services = context.RequestServices!;
        var request = RequestState.Of(context.UserContext);
        var compilation = services
            .GetRequiredService<OperationCompilers>()
            .Compile(context.Document, context.Operation, request.Variables, services.GetRequiredService<Caller>());
        request.Compilation = compilation;
        var introspection = compilation.Operation.Introspects ? await IntrospectAsync(context) : [];
        var run = new OperationRun(
            compilation.Operation,
            compilation.Values,
            services,
            request.PrefersThai,
            introspection,
            context.CancellationToken
        );
        var result = await run.ResultAsync(request.LogFailure);
        (result.Query, result.Document, result.Operation) = (
            context.Document.Source,
            context.Document,
            context.Operation
        );
        return result;
    }

    /// <summary>What the library answers of the schema.</summary>
    private async Task<Dictionary<string, byte[]>> IntrospectAsync(ExecutionContext context)
    {
        var serializer = context.RequestServices!.GetRequiredService<IGraphQLTextSerializer>();
        var result = await base.ExecuteAsync(context);
        return ((RootExecutionNode)result.Data!).SubFields!.ToDictionary(
            field => field.Name!,
            field => System.Text.Encoding.UTF8.GetBytes(serializer.Serialize(field.ToValue()))
        );
    }

    /// <summary>Leaves out of the root what the library has no part in.</summary>
    protected override Dictionary<string, (GraphQLField field, FieldType fieldType)> CollectFieldsFrom(
        ExecutionContext context,
        IGraphType specificType,
        GraphQLSelectionSet selectionSet,
        Dictionary<string, (GraphQLField field, FieldType fieldType)>? fields
    )
    {
        var collected = base.CollectFieldsFrom(context, specificType, selectionSet, fields);
        if (!ReferenceEquals(specificType, context.Schema.Query))
            return collected;
        foreach (var (name, field) in collected.ToList())
        {
            if (field.fieldType.Resolver is FieldSource || field.fieldType == context.Schema.TypeNameMetaFieldType)
                collected.Remove(name);
        }

        return collected;
    }
}

/// <summary>All operations are executed by what they are compiled to.</summary>
internal sealed class StrategySelector : IExecutionStrategySelector
{
    private readonly CompiledStrategy compiled = new();

    public IExecutionStrategy Select(ExecutionContext context) => compiled;
}

/// <summary>What the executing of a request is told besides what the library knows, and what it tells of what it compiled.</summary>
/// <param name="Variables">As they came.</param>
/// <param name="LogFailure">Logs what went wrong in a field.</param>
internal sealed record RequestState(Inputs? Variables, bool PrefersThai, Action<string, Exception> LogFailure)
{
    private const string Key = "request";

    public Compilation? Compilation { get; set; }

    public Dictionary<string, object?> AsContext() => new() { [Key] = this };

    public static RequestState Of(IDictionary<string, object?> context) => (RequestState)context[Key]!;
}
