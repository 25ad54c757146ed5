using System.Linq.Expressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>What a type can be filtered and sorted by: the one declaration that the API's inputs are made from.</summary>
public abstract class QueryModel : IQueryFields
{
    private readonly List<QueryField> fields = [];

    /// <summary>The type's name in the API: "Project" gives ProjectFilterInput and ProjectSortInput.</summary>
    public abstract string Name { get; }

    public string TypeName => Name;

    public abstract Type ElementType { get; }

    public IReadOnlyList<QueryField> Fields => fields;

    public bool Sortable => fields.Any(candidate => candidate is ValueField { Sortable: true });

    public QueryField? Find(string name) => fields.Find(field => field.Name == name);

    protected void Add(QueryField field) => fields.Add(field);
}

/// <summary>The declaration for rows of type <typeparamref name="T"/>.</summary>
public abstract class QueryModel<T>(string name) : QueryModel
    where T : class
{
    public override string Name { get; } = name;

    public override Type ElementType => typeof(T);

    /// <summary>The order of a list that is asked for none; the id breaks ties.</summary>
    public IReadOnlyList<Expression<Func<T, object?>>> DefaultOrder { get; protected init; } = [];

    protected void Id(Expression<Func<T, Guid>> id) => Add(new ValueField("id", id, typeof(Guid), true, Name));

    protected void Value<TValue>(string name, Expression<Func<T, TValue>> value, bool sortable = true) =>
        Add(new ValueField(name, value, Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue), sortable));

    /// <summary>An enum that is computed: the expression gives its API spelling.</summary>
    protected void Computed<TEnum>(string name, Expression<Func<T, string>> spelling)
        where TEnum : struct, Enum => Add(new ValueField(name, spelling, typeof(TEnum), false));

    protected void Related<TOther>(string name, Expression<Func<T, TOther?>> target)
        where TOther : class => Add(new RelatedField(name, target, models => models.For<TOther>()));

    protected void List<TItem>(string name, Expression<Func<T, IEnumerable<TItem>>> items)
        where TItem : class => Add(new ListField(name, items, models => models.For<TItem>()));

    protected void ValueList<TItem>(string name, Expression<Func<T, IEnumerable<TItem>>> items) =>
        Add(new ValueListField(name, items, typeof(TItem)));

    protected void Group(
        string name,
        string typeName,
        params (string Name, Expression<Func<T, decimal?>> Value)[] values
    ) =>
        Add(
            new GroupField(
                name,
                typeName,
                [.. values.Select(value => new ValueField(value.Name, value.Value, typeof(decimal), true))]
            )
        );
}

/// <summary>Running text in numbered pieces.</summary>
public sealed class NumberedTextModel<T> : QueryModel<T>
    where T : NumberedText
{
    public NumberedTextModel()
        : base("NumberedText")
    {
        Value("number", text => text.Number);
        Value("text", text => text.Text);
    }
}
