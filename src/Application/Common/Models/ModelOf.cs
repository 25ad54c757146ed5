using System.Linq.Expressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>The declaration of rows of type <typeparamref name="T"/>; see <see cref="Model"/>. Its constructor is the declaration.</summary>
public abstract class Model<T>(string description, string? name = null) : Model(name ?? typeof(T).Name, description)
    where T : class
{
    public sealed override Type Row => typeof(T);

    /// <summary>Required: who sees its rows.</summary>
    protected void SeenBy(Seen rule) => Seen = rule;

    /// <summary>Its rows have global ids, and <c>node(id)</c> finds them.</summary>
    protected void Key(Expression<Func<T, Guid>> id)
    {
        IsNode = true;
        Add(new ValueField("id", MemberPath.Of(id), "Opaque; `node(id)` finds it again.") { NodeType = Name });
    }

    /// <summary>The order of lists that are asked for none.</summary>
    protected void Order(params Expression<Func<T, object?>>[] keys) => DefaultOrder = [.. keys.Select(MemberPath.Of)];

    /// <summary>There are connections of it, called by this plural: "Projects".</summary>
    protected void Lists(string plural) => Plural = plural;

    /// <summary>Connections of it also tell the money of all that matches.</summary>
    protected void ListsTellBudget() => HasListBudget = true;

    /// <summary>A field of Query: all rows, as a connection.</summary>
    protected RootField Root(string name, string description) => Add(new RootList(name, description));

    /// <summary>A field of Query: the one row whose members equal the arguments.</summary>
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

    /// <summary>A stored value; its name, type and nullability are the member's.</summary>
    protected ValueField Field<TValue>(
        Expression<Func<T, TValue>> member,
        string description,
        string? name = null
    )
    {
        var path = MemberPath.Of(member);
        return Add(new ValueField(name ?? Camel(path.Last.Name), path, description));
    }

    /// <summary>A value computed by an expression that the SQL side knows as "Model.field".</summary>
    protected ValueField Computed<TValue>(string name, string description) =>
        Add(new ValueField(name, $"{Name}.{name}", typeof(TValue), description));

    protected LocalTextField Text(
        string name,
        Expression<Func<T, string>> english,
        Expression<Func<T, string>> thai,
        string description
    ) => Add(new LocalTextField(name, MemberPath.Of(english), MemberPath.Of(thai), description));

    /// <summary>Several values as one object.</summary>
    /// <param name="presence">Where this is null, so is the object.</param>
    protected GroupField Group(
        string name,
        GroupType type,
        string description,
        Expression<Func<T, object?>>? presence,
        params ModelField[] fields
    ) =>
        Add(
            new GroupField(name, type, fields, description)
            {
                Presence = presence is null ? null : MemberPath.Of(presence),
            }
        );

    /// <summary>A value within a group.</summary>
    protected static ValueField Value<TValue>(string name, Expression<Func<T, TValue>> member, string description) =>
        new(name, MemberPath.Of(member), description);

    /// <summary>Where a member is printed, as a field within a group.</summary>
    protected static SourceField SourceOf(string name, string member) =>
        new(name, member, "Where it is printed." + NullSource);

    protected BudgetField Budget(string name, BudgetScope scope, string description) =>
        Add(new BudgetField(name, scope, description));

    /// <summary>Where the row, or a member of it, is printed.</summary>
    protected SourceField Source(
        string name = "source",
        string member = "",
        string description = "Where it is printed."
    ) => Add(new SourceField(name, member, description + NullSource));

    /// <summary>Another row, by a navigation whose foreign key is <paramref name="key"/>.</summary>
    protected OneField One<TOther>(string name, Expression<Func<T, Guid>> key, string description)
        where TOther : class => Add(new OneField(name, typeof(TOther), MemberPath.Of(key), null, false, description));

    /// <summary>Another row that need not be there.</summary>
    protected OneField Maybe<TOther>(string name, Expression<Func<T, Guid?>> key, string description)
        where TOther : class => Add(new OneField(name, typeof(TOther), MemberPath.Of(key), null, true, description));

    /// <summary>Another row whose id is computed by an expression that the SQL side knows as "Model.field"; null where that is.</summary>
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
                then is null ? [MemberPath.Of(order)] : [MemberPath.Of(order), MemberPath.Of(then)],
                description
            )
        );

    /// <summary>Children as a connection.</summary>
    protected PageField Page<TChild>(string name, Expression<Func<TChild, Guid?>> parent, string description)
        where TChild : class => Add(new PageField(name, typeof(TChild), MemberPath.Of(parent), description));

    /// <summary>Any thing with a global id.</summary>
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
    ) =>
        Add(
            new GroupKey(name, description, MemberPath.Of(value))
            {
                Label = label is null ? null : MemberPath.Of(label),
            }
        );

    /// <summary>Lists can be grouped by a related row with a global id.</summary>
    protected void GroupBy<TNode>(
        string name,
        Expression<Func<T, Guid?>> id,
        Expression<Func<T, object?>> label,
        string description
    )
        where TNode : Entity =>
        Add(new GroupKey(name, description, MemberPath.Of(id)) { Node = typeof(TNode), Label = MemberPath.Of(label) });

    /// <summary>Lists can be grouped by the fiscal year, the quarter and the month of a day or moment.</summary>
    protected void GroupByDate(string name, Expression<Func<T, object?>> value, string of)
    {
        var path = MemberPath.Of(value);
        Add(new GroupKey($"{name}_FISCAL_YEAR", $"The fiscal year of {of} (Buddhist era).", path) { Part = DatePart.FiscalYear });
        Add(new GroupKey($"{name}_QUARTER", $"The quarter of the fiscal year that {of} lies in.", path) { Part = DatePart.Quarter });
        Add(new GroupKey($"{name}_MONTH", $"The month of {of}, by its first day.", path) { Part = DatePart.Month });
    }

    /// <summary>Rules for rows.</summary>
    protected static Seen When(Expression<Func<T, bool>> member) => new Seen.When(MemberPath.Of(member), true);

    protected static Seen WhenNot(Expression<Func<T, bool>> member) => new Seen.When(MemberPath.Of(member), false);

    protected static Seen Unless<TValue>(Expression<Func<T, TValue>> member, params TValue[] values)
        where TValue : struct => new Seen.Unless(MemberPath.Of(member), [.. values.Cast<object>()]);

    protected static Seen OwnOffice(Expression<Func<T, string>> officeCode) =>
        new Seen.OwnOffice(MemberPath.Of(officeCode));

    protected static Seen With<TOther>(Expression<Func<T, TOther?>> related)
        where TOther : class => new Seen.With(MemberPath.Of(related));

    protected static Seen WithId<TOther>(Expression<Func<T, Guid?>> id)
        where TOther : class => new Seen.WithId(MemberPath.Of(id), typeof(TOther));

    protected static Seen OfProject(Expression<Func<T, Guid?>> projectId) =>
        new Seen.OfProject(MemberPath.Of(projectId));

    protected static Seen OfActivity(Expression<Func<T, Guid?>> activityId) =>
        new Seen.OfActivity(MemberPath.Of(activityId));

    private const string NullSource =
        " Null where the plan was not read from a document, or it is not printed there.";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
