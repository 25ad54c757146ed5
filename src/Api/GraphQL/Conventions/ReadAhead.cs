using GraphQL;
using GraphQL.Resolvers;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A field whose values can be read along with the objects that they belong to.</summary>
internal interface IReadAhead
{
    /// <summary>How they are read; null where they are to be asked for once the objects are there.</summary>
    BatchRead? Ahead(FieldContext context);
}

/// <summary>A field that is resolved from a batch.</summary>
/// <param name="make">The batch of a place of the query.</param>
/// <param name="load">What the field gives, of the batch and the object.</param>
internal sealed class BatchField<TValue>(
    Func<IResolveFieldContext, OperationReads, Batch<Guid, TValue>> make,
    Func<IResolveFieldContext, OperationReads, Batch<Guid, TValue>, object?> load
) : IFieldResolver, IReadAhead
{
    public BatchRead? Ahead(FieldContext context) => BatchOf(context, OperationReads.Of(context)).Read;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var reads = OperationReads.Of(context);
        return new ValueTask<object?>(load(context, reads, BatchOf(context, reads)));
    }

    private Batch<Guid, TValue> BatchOf(IResolveFieldContext context, OperationReads reads) =>
        reads.At(context, () => make(context, reads));
}

/// <summary>Another row, by the id that a row has of it.</summary>
/// <param name="idOf">Null where there is no other.</param>
internal sealed class OneField<T, TOther>(Func<T, Guid?> idOf, string[] members) : IFieldResolver, IMemberField
    where TOther : Entity
{
    public IReadOnlyList<string> OwnMembers => members;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(
            idOf((T)context.Source!) is { } id
                ? OperationReads
                    .Of(context)
                    .ById<TOther>(context, (context as FieldContext)?.Field.Value.Below)
                    .Load(id)
                : null
        );
}

/// <summary>What is to be read along with the objects of a field: what is selected below, where its fields know how.</summary>
internal static class ReadAhead
{
    /// <summary>Of a field's own type.</summary>
    public static Func<ReadsBelow> Of(IResolveFieldContext context) =>
        context is FieldContext { Field: var field } ? Of(context, field.Value.Below) : () => ReadsBelow.Unknown;

    /// <param name="selected">Of the objects; null where it is not known.</param>
    public static Func<ReadsBelow> Of(IResolveFieldContext context, SelectionPlan? selected)
    {
        if (selected is null || context is not FieldContext here)
            return () => ReadsBelow.Unknown;
        var below = new Lazy<ReadsBelow>(() =>
        {
            var reads = selected.Resolved.Select(field => Ahead(field, here.Below(field))).ToList();
            return new ReadsBelow([.. reads.OfType<BatchRead>()], reads.All(read => read?.Below().AreAll == true));
        });
        return () => below.Value;
    }

    /// <summary>A field whose arguments are refused says so at its own place.</summary>
    private static BatchRead? Ahead(FieldPlan field, FieldContext context)
    {
        try
        {
            return (field.Resolver as IReadAhead)?.Ahead(context);
        }
        catch (QueryRefusedException)
        {
            return null;
        }
    }
}
