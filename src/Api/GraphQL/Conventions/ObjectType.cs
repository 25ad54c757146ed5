using System.Linq.Expressions;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.GraphQL.Plans;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>An output type over rows or values of type <typeparamref name="T"/>: each field in a line, as in the schema.</summary>
internal abstract class ObjectType<T> : ObjectGraphType<T>
{
    protected ObjectType(string name, string description) => (Name, Description) = (name, description);

    /// <summary>A field that the value itself holds.</summary>
    protected void Value<TValue>(string name, string type, Func<T, TValue> get, string description) =>
        AddField(TypeNames.Field(name, type, description, new ValueField<T, TValue>(get)));

    /// <summary>
    /// The same of members that nothing else looks at, no other field and no rule: where no field that names them is selected, they are
    /// not read.
    /// </summary>
    protected void Seldom<TValue>(
        string name,
        string type,
        Func<T, TValue> get,
        string description,
        params string[] members
    ) => AddField(TypeNames.Field(name, type, description, new ValueField<T, TValue>(get, members)));

    /// <summary>A field from a batch of the place where it is selected.</summary>
    protected FieldType Batched<TValue>(string name, string type, string description, BatchField<TValue> field) =>
        AddField(TypeNames.Field(name, type, description, field));

    protected internal FieldType Resolved(
        string name,
        string type,
        string description,
        Func<IResolveFieldContext, object?> resolve
    ) => AddField(TypeNames.Field(name, type, description, new FuncFieldResolver<object?>(resolve)));

    protected internal FieldType ResolvedAsync(
        string name,
        string type,
        string description,
        Func<IResolveFieldContext, ValueTask<object?>> resolve
    ) => AddField(TypeNames.Field(name, type, description, new FuncFieldResolver<object?>(resolve)));
}

/// <summary>An output type over rows, whose relations load by batch.</summary>
internal abstract class RowType<T>(string name, string description) : ObjectType<T>(name, description)
    where T : Entity
{
    /// <summary>One other row, by its id.</summary>
    /// <param name="members">Those of the row that nothing but this field looks at.</param>
    protected void One<TOther>(
        string name,
        string type,
        Func<T, Guid?> idOf,
        string description,
        params string[] members
    )
        where TOther : Entity =>
        AddField(TypeNames.Field(name, type, description, new OneField<T, TOther>(idOf, members)));

    /// <summary>Where it is printed, or a member of it.</summary>
    /// <param name="member">As in the plan file; empty for the whole.</param>
    protected void Source(string name = "source", string member = "", string description = "Where it is printed.") =>
        Resolved(
            name,
            "Source",
            description + SourceType.NullWhere,
            context => SourceType.Load(context, ((T)context.Source!).Id, member)
        );

    /// <summary>All children, in order.</summary>
    protected void Many<TChild>(
        string name,
        string type,
        Expression<Func<TChild, Guid>> parentOf,
        Expression<Func<TChild, object?>> order,
        string description,
        Expression<Func<TChild, bool>>? where = null,
        bool seenWithParent = false
    )
        where TChild : class =>
        Many(name, type, parentOf, order, children => children, description, where, seenWithParent);

    /// <summary>Something made of all children.</summary>
    /// <param name="seenWithParent">Whether who sees the parent sees all of them, always: it is not looked up for each.</param>
    protected FieldType Many<TChild>(
        string name,
        string type,
        Expression<Func<TChild, Guid>> parentOf,
        Expression<Func<TChild, object?>> order,
        Func<IReadOnlyList<TChild>, object?> select,
        string description,
        Expression<Func<TChild, bool>>? where = null,
        bool seenWithParent = false
    )
        where TChild : class =>
        Children(
            name,
            type,
            parentOf,
            order,
            _ => ChildrenWhere<TChild>.Of(where),
            (_, reads, children) => select(reads.Size.Counted(children)),
            description,
            seenWithParent
        );

    /// <summary>All children that match a <c>where</c> argument, in order.</summary>
    protected void Filtered<TChild>(
        string name,
        string type,
        Expression<Func<TChild, Guid>> parentOf,
        Expression<Func<TChild, object?>> order,
        string description
    )
        where TChild : class =>
        Children(
            name,
            type,
            parentOf,
            order,
            context =>
                OperationReads.Of(context).Planner.Filter<TChild>(ListArgumentsReader.Where(context)) is { } where
                    ? ChildrenWhere<TChild>.Of(where) with
                    {
                        IsOfOneQuery = true,
                    }
                    : ChildrenWhere<TChild>.All,
            (_, reads, children) => reads.Size.Counted(children),
            description
        ).Arguments = new QueryArguments(
            ListArgumentsReader.Argument(
                "where",
                $"{typeof(TChild).Name}FilterInput",
                "Which to list; all where it is left out."
            )
        );

    /// <summary>Of the children, the last that fits a fiscal year.</summary>
    protected void ForYear<TChild>(
        string name,
        string type,
        Expression<Func<TChild, Guid>> parentOf,
        Expression<Func<TChild, object?>> order,
        Expression<Func<TChild, int, bool>> fits,
        string description
    )
        where TChild : class =>
        Children(
            name,
            type,
            parentOf,
            order,
            context => new ChildrenWhere<TChild>(
                fits,
                context.GetArgument<int>("fiscalYear"),
                year => fits.WithSecond(year!.Value)
            ),
            (_, _, children) => children.LastOrDefault(),
            description
        ).Arguments = new QueryArguments(
            ListArgumentsReader.Argument("fiscalYear", "Int!", "In the Buddhist era: 2566 is 2022-10-01 to 2023-09-30.")
        );

    /// <summary>Something made of the children of many parents, which are read in one statement.</summary>
    private FieldType Children<TChild>(
        string name,
        string type,
        Expression<Func<TChild, Guid>> parentOf,
        Expression<Func<TChild, object?>> order,
        Func<IResolveFieldContext, ChildrenWhere<TChild>> where,
        Func<IResolveFieldContext, OperationReads, IReadOnlyList<TChild>, object?> select,
        string description,
        bool seenWithParent = false
    )
        where TChild : class
    {
        var getParent = parentOf.Compile();
        return Batched(
            name,
            type,
            description,
            new BatchField<IReadOnlyList<TChild>>(
                (context, reads) =>
                    reads.Children(
                        parentOf,
                        getParent,
                        order,
                        where(context),
                        ReadAhead.Of(context),
                        Unread.Of(context),
                        seenWithParent
                    ),
                (context, reads, batch) =>
                    batch.Load(((T)context.Source!).Id, children => select(context, reads, children))
            )
        );
    }

    /// <summary>A list of children that is paged, filtered and sorted.</summary>
    protected void Connection<TChild>(
        string name,
        string type,
        Expression<Func<TChild, Guid>> parentOf,
        string description
    )
        where TChild : Entity =>
        Resolved(
            name,
            type,
            description,
            context =>
            {
                var reads = OperationReads.Of(context);
                var group = reads.At(
                    context,
                    () =>
                    {
                        var request = reads.Planner.Plan<TChild>(ListArgumentsReader.Read(context)) with
                        {
                            Unread = Unread.OfPage(context),
                        };
                        return ListGroup<TChild>.Of<T>(reads, request, parentOf);
                    }
                );
                return new Listing<TChild>(group, ((T)context.Source!).Id, context.Source as IOfFiscalYear);
            }
        ).Arguments = ListArgumentsReader.Declare(typeof(TChild).Name);
}

/// <summary>A row type that implements Node: it has a global id, by which <c>node</c> finds it again.</summary>
internal abstract class NodeType<T> : RowType<T>, INodeType
    where T : Entity
{
    protected NodeType(string description)
        : base(typeof(T).Name, description)
    {
        Value("id", "ID!", row => new NodeId(Name, row.Id).ToString(), "Opaque; `node(id)` finds it again.");
    }

    public Type RowType => typeof(T);

    public object Load(OperationReads reads, IResolveFieldContext context, Guid id) =>
        reads.ById<T>(context, (context as FieldContext)?.Field.Value.Of(this)).Load(id);
}

/// <summary>What <c>node</c> needs to know of a type.</summary>
internal interface INodeType : IObjectGraphType
{
    Type RowType { get; }

    object Load(OperationReads reads, IResolveFieldContext context, Guid id);
}
