using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Application.Access;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// The execution strategy that the library calls after it has validated a document: it compiles and runs the operation.
/// Only introspection is still executed by the library.
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

    /// <summary>Executes the introspection fields with the library.</summary>
    private async Task<Dictionary<string, byte[]>> IntrospectAsync(ExecutionContext context)
    {
        var serializer = context.RequestServices!.GetRequiredService<IGraphQLTextSerializer>();
        var result = await base.ExecuteAsync(context);
        return ((RootExecutionNode)result.Data!).SubFields!.ToDictionary(
            field => field.Name!,
            field => System.Text.Encoding.UTF8.GetBytes(serializer.Serialize(field.ToValue()))
        );
    }

    /// <summary>Removes the fields from the root selection that the library does not execute.</summary>
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

/// <summary>Selects the compiled strategy for every operation.</summary>
internal sealed class StrategySelector : IExecutionStrategySelector
{
    private readonly CompiledStrategy compiled = new();

    public IExecutionStrategy Select(ExecutionContext context) => compiled;
}

/// <summary>
/// Context of an execution beyond what the library provides, and the compiled operation that results from it.
/// </summary>
/// <param name="Variables">The variables as the client sent them.</param>
/// <param name="LogFailure">Logs the failure of a field.</param>
internal sealed record RequestState(Inputs? Variables, bool PrefersThai, Action<string, Exception> LogFailure)
{
    private const string Key = "request";

    public Compilation? Compilation { get; set; }

    public Dictionary<string, object?> AsContext() => new() { [Key] = this };

    public static RequestState Of(IDictionary<string, object?> context) => (RequestState)context[Key]!;
}
