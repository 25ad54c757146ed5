namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// Which rows of a model a caller sees. It is part of the condition of every statement that can meet such a row: in lists, by id, below
/// others, in filters, orders, counts and sums. Whoever sees everything (<see cref="Access.Caller.SeesAll"/>) is asked none of it.
/// </summary>
public abstract record Seen
{
    /// <summary>Everybody sees all of them.</summary>
    public static readonly Seen All = new Everybody();

    /// <summary>They are parts of a row and seen with it; no list meets them otherwise.</summary>
    public static readonly Seen WithParent = new AsParent();

    /// <summary>Only those who see everything.</summary>
    public static readonly Seen OnlyByAll = new Nobody();

    public static Seen Both(params Seen[] rules) => new AllOf(rules);

    public static Seen Either(params Seen[] rules) => new AnyOf(rules);

    public sealed record Everybody : Seen;

    public sealed record AsParent : Seen;

    public sealed record Nobody : Seen;

    public sealed record AllOf(IReadOnlyList<Seen> Rules) : Seen;

    public sealed record AnyOf(IReadOnlyList<Seen> Rules) : Seen;

    /// <summary>A yes-or-no member of the row or of a related row.</summary>
    public sealed record When(MemberPath Member, bool Is) : Seen;

    /// <summary>A member that has none of some values.</summary>
    public sealed record Unless(MemberPath Member, IReadOnlyList<object> Values) : Seen;

    /// <summary>A member that is null.</summary>
    public sealed record Missing(MemberPath Member) : Seen;

    /// <summary>The row belongs to an office of which the caller sees everything.</summary>
    public sealed record OwnOffice(MemberPath OfficeCode) : Seen;

    /// <summary>As the related row, by the rule of that one's model.</summary>
    public sealed record With(MemberPath Related) : Seen;

    /// <summary>As the row that an id names, by the rule of that one's model.</summary>
    public sealed record WithId(MemberPath Id, Type Row) : Seen;

    /// <summary>
    /// Belongs to a project that is no draft, or to an office of which the caller sees everything. Unlike the project itself it may have
    /// outlived it: a draft that was removed hides what is left of it.
    /// </summary>
    public sealed record OfProject(MemberPath ProjectId) : Seen;

    /// <summary>The same of an activity's money, by the activity's id.</summary>
    public sealed record OfActivity(MemberPath ActivityId) : Seen;

    /// <summary>A condition that the SQL side knows by name.</summary>
    public sealed record Named(string Condition) : Seen;
}
