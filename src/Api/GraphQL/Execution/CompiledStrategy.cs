using System.Text;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Sources;
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
        var state = (RequestState)context.UserContext;
        var compilation = services
            .GetRequiredService<OperationCompilers>()
            .Compile(context.Document, context.Operation, state.Variables, services.GetRequiredService<Caller>());
        state.Compilation = compilation;
        var introspection = compilation.Operation.Introspects ? await IntrospectAsync(context) : null;
        var run = new OperationRun(compilation, services, state, introspection, context.CancellationToken);
        var result = await run.ResultAsync();
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
            field => Encoding.UTF8.GetBytes(serializer.Serialize(field.ToValue()))
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
        foreach (var (name, (_, field)) in collected.ToList())
        {
            if (field.Resolver is FieldSource || field == context.Schema.TypeNameMetaFieldType)
                collected.Remove(name);
        }

        return collected;
    }
}

/// <summary>
/// Context of an execution beyond what the library provides, and the compiled operation that results from it.
/// </summary>
/// <param name="variables">The variables as the client sent them.</param>
/// <param name="logFailure">Logs the failure of a field.</param>
internal sealed class RequestState(Inputs? variables, bool prefersThai, Action<string, Exception> logFailure)
    : Dictionary<string, object?>
{
    public Inputs? Variables => variables;

    public bool PrefersThai => prefersThai;

    public Action<string, Exception> LogFailure => logFailure;

    public Compilation? Compilation { get; set; }
}
