using System.Collections;
using GraphQL.DataLoader;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Resolves what cannot be read off the objects while they are written, level by level: all that is reached first, then what was
/// asked of batches, which so have the whole level.
/// </summary>
/// <param name="failures">Takes what went wrong; the value is null then.</param>
internal sealed class PlanRun(ExecutionContext context, Failures failures)
{
    private readonly Queue<ObjectNode> reached = new();
    private readonly Queue<Loading> loading = new();

    /// <summary>A value that a batch is to bring.</summary>
    private readonly record struct Loading(
        IDataLoaderResult Load,
        object?[] Into,
        int At,
        ValuePlan Value,
        Place Place
    );

    /// <param name="inTurn">Whether each field of the root is done, with all below it, before the next: mutations.</param>
    public async Task<ObjectNode> ResolveAsync(SelectionPlan plan, bool inTurn)
    {
        var root = new ObjectNode(context.RootValue, plan, null);
        foreach (var field in plan.Resolved)
        {
            await ResolveAsync(root, field);
            if (inTurn)
                await ResolveReachedAsync();
        }

        await ResolveReachedAsync();
        return root;
    }

    private async ValueTask ResolveReachedAsync()
    {
        while (true)
        {
            while (reached.TryDequeue(out var node))
            {
                foreach (var field in node.Plan.Resolved)
                    await ResolveAsync(node, field);
            }

            if (loading.Count == 0)
                return;
            while (loading.TryDequeue(out var next))
            {
                // What is there already is not waited for: of many rows, it is for all but the first.
                if (next.Load is IBatched { IsFetched: true } fetched)
                    Take(fetched, next);
                else
                    await LoadAsync(next);
            }
        }
    }

    private async ValueTask ResolveAsync(ObjectNode node, FieldPlan field)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var place = new Place(node, field);
        try
        {
            var value = await field.Resolver.ResolveAsync(new FieldContext(context, place));
            Put(value, node.Slots, field.Slot, field.Value, place);
        }
        catch (Exception exception) when (!IsEnd(exception))
        {
            failures.Add(place, exception);
        }
    }

    private void Take(IBatched fetched, in Loading next)
    {
        try
        {
            Put(fetched.Value, next.Into, next.At, next.Value, next.Place);
        }
        catch (Exception exception) when (!IsEnd(exception))
        {
            failures.Add(next.Place, exception);
        }
    }

    private async ValueTask LoadAsync(Loading next)
    {
        try
        {
            Put(await ValueAsync(next.Load), next.Into, next.At, next.Value, next.Place);
        }
        catch (Exception exception) when (!IsEnd(exception))
        {
            failures.Add(next.Place, exception);
        }
    }

    private async ValueTask<object?> ValueAsync(IDataLoaderResult load)
    {
        if (load is not IBatched batched)
            return await load.GetResultAsync(context.CancellationToken);
        if (!batched.IsFetched)
        {
            var isLast =
                !batched.IsAsked
                && batched.IsComplete
                && reached.Count == 0
                && loading.All(other => batched.IsWith(other.Load));
            await batched.FetchAsync(isLast, context.CancellationToken);
        }

        return batched.Value;
    }

    /// <summary>Whether the operation was ended, rather than a field failed.</summary>
    private bool IsEnd(Exception exception) =>
        exception is OperationCanceledException && context.CancellationToken.IsCancellationRequested;

    private void Put(object? value, object?[] into, int at, ValuePlan plan, Place place)
    {
        if (value is IBatched { IsFetched: true } fetched)
            Put(fetched.Value, into, at, plan, place);
        else if (value is IDataLoaderResult load)
            loading.Enqueue(new Loading(load, into, at, plan, place));
        else
            into[at] = Complete(value, plan, place);
    }

    private object? Complete(object? value, ValuePlan plan, Place place)
    {
        if (plan.Leaf is { } leaf)
            value = leaf.Serialize(value);
        if (value is null)
            return plan.IsNonNull ? throw Failures.Null(place.Field) : null;
        if (plan.Leaf is not null)
            return value;
        return plan.Items is { } items ? List(value, items, place) : Object(value, plan, place);
    }

    private object?[] List(object value, ValuePlan items, Place place)
    {
        if (value is not IEnumerable list)
            throw new InvalidOperationException(
                $"{place.Field.Definition.Name} is a list, but a {value.GetType()} was found."
            );
        var found = Items(list);
        var completed = new object?[found.Length];
        var index = 0;
        foreach (var item in found)
        {
            // What needs no place does without one: lists are long.
            if (items is { IsPlain: true, Leaf: null, Items: null } && item is not (null or IDataLoaderResult))
                completed[index++] = OfType(item, items.Object!.Type);
            else
                Item(item, completed, index++, items, place);
        }

        return completed;
    }

    /// <summary>By their places, where there are such: the lists of the library's own types know no other way.</summary>
    private static object?[] Items(IEnumerable list)
    {
        if (list is not IList places)
            return [.. list.Cast<object?>()];
        var items = new object?[places.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = places[i];
        return items;
    }

    private void Item(object? item, object?[] into, int index, ValuePlan plan, Place list)
    {
        var place = new Place(list.Parent, list.Field, list, index);
        try
        {
            Put(item, into, index, plan, place);
        }
        catch (Exception exception) when (!IsEnd(exception))
        {
            failures.Add(place, exception);
        }
    }

    private object Object(object value, ValuePlan plan, Place place)
    {
        var type = plan.Object?.Type ?? Concrete(plan.Abstract!, value);
        OfType(value, type);
        var selected = plan.For(type);
        if (selected.IsPlain && plan.Object is not null)
            return value;
        var node = new ObjectNode(value, selected, place);
        if (!selected.IsPlain)
            reached.Enqueue(node);
        return node;
    }

    private IObjectGraphType Concrete(IAbstractGraphType type, object value)
    {
        var found = type.GetObjectType(value, context.Schema);
        return found is not null && type.IsPossibleType(found)
            ? found
            : throw new InvalidOperationException($"A {value.GetType()} is none of the types of {type.Name}.");
    }

    private static object OfType(object value, IObjectGraphType type) =>
        type.SkipTypeCheck || type.IsTypeOf?.Invoke(value) != false
            ? value
            : throw new InvalidOperationException($"A {value.GetType()} is not a {type.Name}.");
}
