using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.GraphQL.Conventions;
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
    CompiledOperation operation,
    IReadOnlyDictionary<string, object?> variables,
    IServiceProvider services,
    bool prefersThai,
    IReadOnlyDictionary<string, byte[]> introspection,
    CancellationToken cancellationToken
)
{
    private readonly ReadSession session = services.GetRequiredService<ReadSession>();
    private readonly ReadRequest request = ReadRequests.Of(
        services.GetRequiredService<Caller>(),
        variables,
        services.GetRequiredService<TimeProvider>()
    );
    private readonly object?[] values = new object?[operation.Steps.Count];
    private readonly FieldCall?[] calls = new FieldCall?[operation.Steps.Count];
    private readonly Exception?[] failures = new Exception?[operation.Steps.Count];

    /// <returns>The response data, null if the whole response is null; and the errors.</returns>
    public async Task<(JsonBuffer? Json, FieldFailures Failures)> RunAsync()
    {
        var json = new JsonBuffer();
        var to = new AnswerWriter(
            json,
            services.GetRequiredService<AccessControl>(),
            prefersThai,
            services.GetRequiredService<GraphQLLimits>().MaxListItems
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
        if (operation.Steps.Any(step => step.Call is not null) && !operation.Reads.IsEmpty)
            await session.KeepSnapshotAsync(cancellationToken);
        for (var i = 0; i < operation.Steps.Count; i++)
            await CallAsync(i);
        var rows = new NamedRows(operation.Slots);
        for (var i = 0; i < operation.Steps.Count; i++)
            Gather(i, rows);
        await session.RunAsync(operation.Reads, request, rows.Ids, to, cancellationToken);
        await session.DisposeAsync();
        for (var i = 0; i < operation.Steps.Count; i++)
        {
            if (!Write(i, to))
                return false;
        }

        return true;
    }

    private async Task<bool> MutateAsync(AnswerWriter to)
    {
        var unitOfWork = services.GetRequiredService<IUnitOfWork>();
        services.GetRequiredService<Replays>().Mutations = operation.Steps.Count(step => step.Constant is null);
        for (var i = 0; i < operation.Steps.Count; i++)
        {
            var step = operation.Steps[i];
            await unitOfWork.EndRehearsalAsync();
            await CallAsync(i);
            var rows = new NamedRows(step.Slots);
            Gather(i, rows);
            await session.RunAsync(step.Reads!, request, rows.Ids, to, cancellationToken);
            if (!Write(i, to))
                return false;
        }

        return true;
    }

    private async Task CallAsync(int i)
    {
        var step = operation.Steps[i];
        if (step.Call is null)
            return;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            values[i] = await step.Call(CallOf(i));
        }
        catch (Exception exception)
            when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failures[i] = exception;
        }
    }

    private FieldCall CallOf(int i)
    {
        var step = operation.Steps[i];
        return calls[i] ??= new FieldCall(
            step.Arguments(variables),
            variables,
            services,
            prefersThai,
            step.IsSelected,
            cancellationToken
        );
    }

    private void Gather(int i, NamedRows rows)
    {
        var step = operation.Steps[i];
        if (step.Value is not null && values[i] is { } value)
            step.Value.Gather(value, rows, CallOf(i));
        else if (step.Nodes is { } nodes)
            Gather(nodes, rows);
    }

    private void Gather(RootNodes nodes, NamedRows rows)
    {
        foreach (var id in IdsOf(nodes))
        {
            if (NodeId.TryParse(id, out var node) && nodes.ByType.TryGetValue(node.TypeName, out var row))
                row.Gather(node.Id, rows, null!);
        }
    }

    private List<string> IdsOf(RootNodes nodes) =>
        nodes.Ids switch
        {
            ListInput { Bind: { } bind } => [.. bind(request).Select(id => id as string ?? "")],
            ListInput list => [.. list.Items.Select(item => (item as ScalarInput)?.Bind(request) as string ?? "")],
            ScalarInput one => [one.Bind(request) as string ?? ""],
            _ => [],
        };

    private bool Write(int i, AnswerWriter to)
    {
        var step = operation.Steps[i];
        var shape = step.Shape;
        var mark = to.Json.Length;
        to.Json.Name(shape.Name);
        if (failures[i] is { } failure)
            to.Fail(shape, failure);
        else if (step.Refused is { } refused)
            to.Refuse(shape, refused.What, refused.Rule);
        else if (step.Constant is { } constant)
            return Written(() => to.Json.Text(constant));
        else if (step.IsIntrospection)
            return Written(() => to.Json.Raw(introspection[shape.Key]));
        else if (step.IsRead ? shape.WriteRoot(to) : Within(to, shape, () => WriteValue(i, to)))
            return true;
        to.Json.Reset(mark);
        to.Json.Name(shape.Name);
        return shape.WriteNull(to, mark);
    }

    private bool WriteValue(int i, AnswerWriter to)
    {
        var step = operation.Steps[i];
        if (step.Nodes is { } nodes)
            return nodes.IsMany
                ? WriteNodes(nodes, step.Shape, to)
                : WriteNode(nodes, IdsOf(nodes)[0], "id", step.Shape, to);
        return values[i] is { } value && step.Value!.Write(to, value, CallOf(i));
    }

    private bool WriteNodes(RootNodes nodes, FieldShape shape, AnswerWriter to)
    {
        var ids = IdsOf(nodes);
        if (ids.Count > NodeFields.MaxNodes)
        {
            to.FailHere(shape, NodeFields.TooMany(ids.Count));
            return false;
        }

        to.Json.StartArray();
        for (var i = 0; i < ids.Count; i++)
        {
            to.Enter(i);
            if (!WriteNode(nodes, ids[i], "ids", shape, to))
                to.Json.Null();
            to.Leave();
        }

        to.Json.EndArray();
        return true;
    }

    /// <summary>Reports a malformed id as an error at its own path.</summary>
    private static bool WriteNode(RootNodes nodes, string id, string argument, FieldShape shape, AnswerWriter to)
    {
        if (!NodeId.TryParse(id, out var node))
        {
            to.FailHere(shape, NodeFields.Malformed(id, argument));
            return false;
        }

        return nodes.ByType.TryGetValue(node.TypeName, out var row) && row.Write(to, node.Id, null!);
    }

    private static bool Within(AnswerWriter to, FieldShape shape, Func<bool> write)
    {
        to.Enter(shape.Key);
        var isThere = write();
        to.Leave();
        return isThere;
    }

    private static bool Written(Action write)
    {
        write();
        return true;
    }
}
