namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// The rule that decides which rows of a model a caller sees. It is part of the condition of every statement that can
/// reach such a row: lists, lookups by id, children, filters, orders, counts and sums. It is omitted for callers who
/// see everything (<see cref="Access.Caller.SeesAll"/>), unless it is about people.
/// </summary>
public abstract record Seen
{
    /// <summary>Everybody sees all rows.</summary>
    public static readonly Seen All = new Everybody();

    /// <summary>The rows are parts of another row and visible with it; they are in no other list.</summary>
    public static readonly Seen WithParent = new AsParent();

    /// <summary>Only callers who see everything.</summary>
    public static readonly Seen OnlyByAll = new Nobody();

    /// <summary>Administrators, and nobody else who sees everything.</summary>
    public static readonly Seen ByAdministrators = new Administrators();

    public static Seen Both(params Seen[] rules) => new AllOf(rules);

    public static Seen Either(params Seen[] rules) => new AnyOf(rules);

    public sealed record Everybody : Seen;

    public sealed record AsParent : Seen;

    public sealed record Nobody : Seen;

    public sealed record Administrators : Seen;

    public sealed record AllOf(IReadOnlyList<Seen> Rules) : Seen;

    public sealed record AnyOf(IReadOnlyList<Seen> Rules) : Seen;

    /// <summary>A boolean member of the row or of a related row.</summary>
    public sealed record When(MemberPath Member, bool Is) : Seen;

    /// <summary>A member that has none of several values.</summary>
    public sealed record Unless(MemberPath Member, IReadOnlyList<object> Values) : Seen;

    /// <summary>A member that is null.</summary>
    public sealed record Missing(MemberPath Member) : Seen;

    /// <summary>The row belongs to an office of which the caller sees everything.</summary>
    public sealed record OwnOffice(MemberPath OfficeCode) : Seen;

    /// <summary>
    /// The row is about people of an office, by the office's id: visible to callers who read the registry of that office
    /// (<see cref="Access.Caller.SeesPeople"/>). It is not omitted for callers who see everything else.
    /// </summary>
    /// <param name="UnlessSet">If this member has a value, nobody sees the row.</param>
    public sealed record OwnPeople(MemberPath OfficeId, MemberPath? UnlessSet = null) : Seen;

    /// <summary>
    /// The row is about a person, by the person's id: visible to the person, or to who leads the person at present, if
    /// their caller's name is bound to a record (<see cref="Access.Caller.SeesOneself"/>). It is not omitted for callers who
    /// see everything else.
    /// </summary>
    public sealed record OfPerson(MemberPath PersonId, Leader By) : Seen;

    /// <summary>The row is of an office, by the office's id, at which the caller has an appointment today.</summary>
    public sealed record OwnWorkplace(MemberPath OfficeId) : Seen;

    /// <summary>
    /// The row is of an office, or of one of its schools, at which the caller is in office today in a committee with the
    /// mandate: a committee of the office for all of its rows, a committee of a school for those of the school. The rule
    /// also holds for callers who see everything else.
    /// </summary>
    /// <param name="SchoolId">A member that is null for rows of no school.</param>
    /// <param name="Except">Rows that are not for committees, if there are any.</param>
    public sealed record OnCommittee(
        CommitteeMandate Mandate,
        MemberPath OfficeId,
        MemberPath SchoolId,
        Unless? Except = null
    ) : Seen;

    /// <summary>Visible if the related row is, by the rule of its model.</summary>
    public sealed record With(MemberPath Related) : Seen;

    /// <summary>Visible if the row with this id is, by the rule of its model.</summary>
    public sealed record WithId(MemberPath Id, Type Row) : Seen;

    /// <summary>
    /// The row belongs to a project that is not a draft, or to an office of which the caller sees everything. The row
    /// may outlive its project: what remains of a deleted draft stays hidden.
    /// </summary>
    public sealed record OfProject(MemberPath ProjectId) : Seen;

    /// <summary>The same for the money of an activity, by the activity's id.</summary>
    public sealed record OfActivity(MemberPath ActivityId) : Seen;

    /// <summary>A named condition that the SQL side defines.</summary>
    public sealed record Named(string Condition) : Seen;
}

/// <summary>What a committee is for.</summary>
public enum CommitteeMandate
{
    Monitors,
    Assesses,
}

/// <summary>Who reads what is about a person.</summary>
public enum Leader
{
    /// <summary>The person.</summary>
    Oneself,

    /// <summary>
    /// Whom an appointment that the person has today names as supervisor, and who has one at the same office.
    /// </summary>
    Supervisor,

    /// <summary>
    /// Who directs a school at which the person has an appointment today, and has one at the school's office.
    /// </summary>
    Director,
}
