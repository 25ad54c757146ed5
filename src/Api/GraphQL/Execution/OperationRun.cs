using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Running;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// One run of a compiled operation: computes the computed fields, reads everything else in as few round trips as
/// possible, and writes the response. Mutations run one after the other, each with the reads below it.
/// </summary>
/// <param name="introspection">The library's results for introspection fields, by response name.</param>
internal sealed class OperationRun(
    Compilation compilation,
    IServiceProvider services,
    RequestState state,
    IReadOnlyDictionary<string, byte[]>? introspection,
    CancellationToken cancellationToken
)
{
    private readonly CompiledOperation operation = compilation.Operation;
    private readonly ReadSession session = services.GetRequiredService<ReadSession>();
    private readonly ReadRequest request = ReadRequests.Of(
        services.GetRequiredService<Caller>(),
        compilation.Values,
        services.GetRequiredService<TimeProvider>()
    );
    private readonly Field[] fields = [.. compilation.Operation.Steps.Select(step => new Field(step))];

    /// <summary>A field of the root type in this run.</summary>
    private sealed class Field(RootStep step)
    {
        public RootStep Step => step;

        public RunningCall? Call { get; set; }

        public object? Value { get; set; }

        public Exception? Failure { get; set; }
    }

    public async Task<ExecutionResult> ResultAsync()
    {
        var (json, failures) = await RunAsync();
        var result = new ExecutionResult { Executed = true, Data = json };
        if (failures.Listed.Count == 0)
            return result;
        result.Errors = [];
        foreach (var failure in failures.Listed)
            result.Errors.Add(ErrorOf(failure));
        if (failures.Unlisted > 0)
            result.Errors.Add(
                new ExecutionError($"{failures.Unlisted} further errors of fields are not listed.")
                {
                    Code = "TOO_MANY_ERRORS",
                }
            );
        return result;
    }

    /// <returns>The response data, null if the whole response is null; and the errors.</returns>
    private async Task<(JsonBuffer? Json, FieldFailures Failures)> RunAsync()
    {
        var limits = services.GetRequiredService<GraphQLLimits>();
        var json = new JsonBuffer(limits.MaxResponseBytes);
        var to = new AnswerWriter(
            json,
            services.GetRequiredService<AccessControl>(),
            state.PrefersThai,
            limits.MaxListItems
        );
        try
        {
            json.StartObject();
            if (!await (operation.IsMutation ? MutateAsync(to) : QueryAsync(to)))
            {
                json.Dispose();
                return (null, to.Failures);
            }

            json.EndObject();
            return (json, to.Failures);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    private async Task<bool> QueryAsync(AnswerWriter to)
    {
        if (operation.Steps.Any(step => step.MayRead) && !operation.Reads.Statements.IsEmpty)
            await session.KeepSnapshotAsync(cancellationToken);
        foreach (var field in fields)
            await ComputeAsync(field);
        await ReadAsync(operation.Reads, fields, to);
        await session.DisposeAsync();
        return fields.All(field => Write(field, to));
    }

    private async Task<bool> MutateAsync(AnswerWriter to)
    {
        var unitOfWork = services.GetRequiredService<IUnitOfWork>();
        services.GetRequiredService<Replays>().Mutations = operation.Steps.Count(step => step.Call is not null);
        foreach (var field in fields)
        {
            await ComputeAsync(field);
            await ReadAsync(field.Step.Reads!, [field], to);
            // Before the audit of what was read, which must not wait for the locks of the dry run.
            await unitOfWork.EndRehearsalAsync();
            if (!Write(field, to))
                return false;
        }

        return true;
    }

    private async Task ComputeAsync(Field field)
    {
        var step = field.Step;
        field.Value = step.IsIntrospection ? introspection![step.Shape.Key] : step.Constant;
        if (step.Call is null)
            return;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            field.Call = new RunningCall(
                request,
                ArgumentReader.Values(step.Arguments, scalar => scalar.Bind(request)),
                services,
                state.PrefersThai,
                step.Selected,
                cancellationToken
            );
            field.Value = await step.Call(field.Call);
        }
        catch (Exception exception)
            when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            field.Failure = exception;
        }
    }

    /// <summary>Reads the rows of fields, and those that computed values refer to.</summary>
    private Task ReadAsync(StepReads reads, IEnumerable<Field> of, AnswerWriter to)
    {
        var rows = new NamedRows(reads.Slots);
        foreach (var field in of)
        {
            if (field.Value is { } value)
                field.Step.Value!.Gather(value, rows, field.Call!);
        }

        return session.RunAsync(reads.Statements, request, rows.Ids, to, cancellationToken);
    }

    private static bool Write(Field field, AnswerWriter to)
    {
        var shape = field.Step.Shape;
        var mark = to.Json.Length;
        to.Json.Name(shape.Key);
        if (field.Failure is { } failure)
            to.Fail(shape, failure);
        else if (field.Step.Value is { } value ? WriteValue(field, value, to) : shape.WriteRoot(to))
            return true;
        return shape.WriteNull(to, mark);
    }

    private static bool WriteValue(Field field, ValueShape shape, AnswerWriter to)
    {
        if (field.Value is not { } value)
            return false;
        to.Enter(field.Step.Shape.Key);
        var isThere = shape.Write(to, value, field.Call!);
        to.Leave();
        return isThere;
    }

    /// <summary>Only failures of the service are logged, not errors in the request.</summary>
    private ExecutionError ErrorOf(FieldFailure failure)
    {
        var field = failure.Path.OfType<string>().LastOrDefault() ?? "";
        if (failure.Exception is not (QueryRefusedException or AccessRefusedException))
            state.LogFailure(field, failure.Exception);
        var error =
            failure.Exception as ExecutionError
            ?? new UnhandledError($"Error trying to resolve field '{field}'.", failure.Exception);
        error.Path = failure.Path;
        // The parser received the document as one line, so its columns are offsets in the text.
        error.AddLocation(new Location(1, failure.Position + 1));
        return error;
    }
}
