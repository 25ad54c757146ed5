using System.Linq.Expressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>The declaration of rows of type <typeparamref name="T"/>; see <see cref="Model"/>. Its constructor is the declaration.</summary>
public abstract partial class Model<T>(string description, string? name = null)
    : Model(name ?? typeof(T).Name, description)
    where T : class
{
    public sealed override Type Row => typeof(T);

    /// <summary>Required: declares who sees the rows.</summary>
    protected void SeenBy(Seen rule) => Seen = rule;

    /// <summary>The rows have global ids and can be found with <c>node(id)</c>.</summary>
    protected ValueField Key(Expression<Func<T, Guid>> id)
    {
        IsNode = true;
        return Add(
            new ValueField("id", MemberPath.Of(id), "Opaque global id, to be used with `node(id)`.")
            {
                NodeType = Name,
                IsIndexed = true,
                IsSortedByIndex = true,
            }
        );
    }

    /// <summary>The global id of another row, also for those who do not see that row.</summary>
    protected ValueField IdOf<TOther>(string name, Expression<Func<T, Guid>> id, string description)
        where TOther : class =>
        Add(new ValueField(name, MemberPath.Of(id), description) { NodeType = typeof(TOther).Name });

    /// <summary>The default order of lists.</summary>
    protected void Order(params Expression<Func<T, object?>>[] keys) => DefaultOrder = [.. keys.Select(MemberPath.Of)];

    /// <summary>The default order of lists, beginning with the greatest.</summary>
    protected void FallingOrder(params Expression<Func<T, object?>>[] keys)
    {
        Order(keys);
        IsOrderFalling = true;
    }

    /// <summary>The rows are those of a view, and are about these people.</summary>
    protected void FoundAbout(params Expression<Func<T, Guid>>[] people) => About = [.. people.Select(MemberPath.Of)];

    /// <summary>Connections of the type exist, named with this plural: "Projects".</summary>
    protected void Lists(string plural) => Plural = plural;

    /// <summary>
    /// The table is very large: pages of all rows can be sorted and filtered only by indexed fields, unless a condition
    /// bounds the list.
    /// </summary>
    protected void Large() => IsLarge = true;

    /// <summary>
    /// The table is large: lists of all rows can be sorted only by indexed fields, unless a condition bounds the list.
    /// </summary>
    protected void LongList() => IsLong = true;

    /// <summary>A field of Query with all rows as a connection.</summary>
    protected RootField Root(string name, string description) => Add(new RootList(name, description));

    /// <summary>A field of Query with the one row whose members equal the arguments.</summary>
    protected RootField Root(
        string name,
        string description,
        params (string Argument, Expression<Func<T, object?>> Member, string Description)[] keys
    ) =>
        Add(
            new RootLookup(
                name,
                description,
                [.. keys.Select(key => new LookupKey(key.Argument, MemberPath.Of(key.Member), key.Description))]
            )
        );

    /// <summary>A field of Query with the one row with an id. The key must be declared before.</summary>
    protected RootField RootById(string name, string description) =>
        Add(
            new RootLookup(name, description, [new("id", ((ValueField)Find("id")!).Path!, "An id from a field `id`.")])
        );

    /// <summary>A field of Query with the one row that the caller's name is bound to.</summary>
    /// <param name="personId">The member that has the person's id.</param>
    protected RootField RootOfCaller(string name, Expression<Func<T, Guid>> personId, string description) =>
        Add(new RootLookup(name, description, []) { Own = Oneself(personId) });

    /// <summary>A stored value; name, type and nullability are those of the member.</summary>
    protected ValueField Field<TValue>(Expression<Func<T, TValue>> member, string description, string? name = null)
    {
        var path = MemberPath.Of(member);
        return Add(new ValueField(name ?? Camel(path.Last.Name), path, description));
    }

    /// <summary>A value computed by an expression that the SQL side defines as "Model.field".</summary>
    protected ValueField Computed<TValue>(string name, string description) =>
        Add(new ValueField(name, $"{Name}.{name}", typeof(TValue), description));

    protected LocalTextField Text(
        string name,
        Expression<Func<T, string>> english,
        Expression<Func<T, string>> thai,
        string description
    ) => Add(new LocalTextField(name, MemberPath.Of(english), MemberPath.Of(thai), description));

    /// <summary>Several values as one object.</summary>
    /// <param name="presence">If this member is null, so is the object.</param>
    protected GroupField Group(
        string name,
        GroupType type,
        string description,
        Expression<Func<T, object?>>? presence,
        params ModelField[] fields
    ) => Add(new GroupField(name, type, fields, MemberPath.OrNull(presence), description));

    /// <summary>A value within a group.</summary>
    protected static ValueField Value<TValue>(string name, Expression<Func<T, TValue>> member, string description) =>
        new(name, MemberPath.Of(member), description);

    protected BudgetField Budget(string name, BudgetScope scope, string description) =>
        Add(new BudgetField(name, scope, description));

    /// <summary>Where the row, or a member of it, is printed.</summary>
    protected SourceField Source(
        string name = "source",
        string member = "",
        string description = "Where it is printed."
    ) => Add(SourceField.Of(name, member, description));

    /// <summary>Another row, by a navigation whose foreign key is <paramref name="key"/>.</summary>
    protected OneField One<TOther>(string name, Expression<Func<T, Guid>> key, string description)
        where TOther : class => Add(new OneField(name, typeof(TOther), MemberPath.Of(key), null, false, description));

    /// <summary>Another row that may be missing.</summary>
    protected OneField Maybe<TOther>(string name, Expression<Func<T, Guid?>> key, string description)
        where TOther : class => Add(new OneField(name, typeof(TOther), MemberPath.Of(key), null, true, description));

    /// <summary>
    /// Another row whose id is computed by an expression that the SQL side defines as "Model.field"; null if the id is
    /// null.
    /// </summary>
    protected OneField Maybe<TOther>(string name, string description)
        where TOther : class => Add(new OneField(name, typeof(TOther), null, $"{Name}.{name}", true, description));

    /// <summary>All children, in order.</summary>
    protected ManyField Many<TChild>(
        string name,
        Expression<Func<TChild, Guid?>> parent,
        Expression<Func<TChild, object?>> order,
        string description,
        Expression<Func<TChild, object?>>? then = null
    )
        where TChild : class =>
        Add(
            new ManyField(
                name,
                typeof(TChild),
                MemberPath.Of(parent),
                [.. new[] { order, then }.OfType<LambdaExpression>().Select(MemberPath.Of)],
                description
            )
        );

    /// <summary>Children as a connection.</summary>
    protected PageField Page<TChild>(string name, Expression<Func<TChild, Guid?>> parent, string description)
        where TChild : class => Add(new PageField(name, typeof(TChild), MemberPath.Of(parent), description));

    /// <summary>Any object with a global id.</summary>
    protected NodeField Node(
        string name,
        Expression<Func<T, string?>> type,
        Expression<Func<T, Guid?>> id,
        string description
    ) => Add(new NodeField(name, MemberPath.Of(type), MemberPath.Of(id), description));

    /// <summary>Lists can be grouped by a value.</summary>
    protected void GroupBy(
        string name,
        Expression<Func<T, object?>> value,
        string description,
        Expression<Func<T, object?>>? label = null
    ) => Add(new GroupKey(name, description, MemberPath.Of(value)) { Label = MemberPath.OrNull(label) });

    /// <summary>Lists can be grouped by a computed value, which the SQL side defines as "Model.field".</summary>
    /// <param name="field">The field with this value.</param>
    protected void GroupByComputed(string name, string field, string description) =>
        Add(new GroupKey(name, description, null) { Computed = $"{Name}.{field}" });

    /// <summary>
    /// Lists can be grouped by the office that a row belongs to, and by the office's province and kind.
    /// </summary>
    protected void GroupByOffice(Expression<Func<T, Office>> office)
    {
        var path = MemberPath.Of(office);
        var (name, province) = (path.Then(nameof(Office.Name)), path.Then(nameof(Office.Province)));
        var code = path.Then(nameof(Office.ProvinceCode));
        Add(new GroupKey("OFFICE", "The office.", path.ToKey()) { Node = typeof(Office), Label = name });
        Add(new GroupKey("PROVINCE", "The office's province.", code) { Label = province });
        Add(new GroupKey("OFFICE_KIND", "The office's kind.", path.Then(nameof(Office.Kind))));
    }

    /// <summary>Lists can be grouped by a related row with a global id.</summary>
    protected void GroupBy<TNode>(
        string name,
        Expression<Func<T, Guid?>> id,
        Expression<Func<T, object?>> label,
        string description
    )
        where TNode : Entity =>
        Add(new GroupKey(name, description, MemberPath.Of(id)) { Node = typeof(TNode), Label = MemberPath.Of(label) });

    /// <summary>Lists can be grouped by the fiscal year, the quarter and the month of a date or timestamp.</summary>
    protected void GroupByDate(string name, Expression<Func<T, object?>> value, string of)
    {
        var path = MemberPath.Of(value);
        AddPart("FISCAL_YEAR", $"The fiscal year of {of} (Buddhist era).", DatePart.FiscalYear);
        AddPart("QUARTER", $"The fiscal quarter of {of}.", DatePart.Quarter);
        AddPart("MONTH", $"The month of {of}, represented by its first day.", DatePart.Month);

        void AddPart(string suffix, string description, DatePart part) =>
            Add(new GroupKey($"{name}_{suffix}", description, path) { Part = part });
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
