using System.Linq.Expressions;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>The rules that a model composes to say who sees its rows; see <see cref="Seen"/>.</summary>
public abstract partial class Model<T>
{
    protected static Seen When(Expression<Func<T, bool>> member) => new Seen.When(MemberPath.Of(member), true);

    protected static Seen WhenNot(Expression<Func<T, bool>> member) => new Seen.When(MemberPath.Of(member), false);

    protected static Seen.Unless Unless<TValue>(Expression<Func<T, TValue>> member, params TValue[] values)
        where TValue : struct => new(MemberPath.Of(member), [.. values.Cast<object>()]);

    protected static Seen OwnOffice(Expression<Func<T, string>> officeCode) =>
        new Seen.OwnOffice(MemberPath.Of(officeCode));

    /// <param name="unless">If this member has a value, nobody sees the row.</param>
    protected static Seen OwnPeople(Expression<Func<T, Guid>> officeId, Expression<Func<T, object?>>? unless = null) =>
        new Seen.OwnPeople(MemberPath.Of(officeId), MemberPath.OrNull(unless));

    protected static Seen Oneself(Expression<Func<T, Guid>> personId) =>
        new Seen.OfPerson(MemberPath.Of(personId), Leader.Oneself);

    /// <summary>The person, or who leads the person today.</summary>
    protected static Seen[] OneselfOrLeader(Expression<Func<T, Guid>> personId) =>
        [.. Enum.GetValues<Leader>().Select(by => new Seen.OfPerson(MemberPath.Of(personId), by))];

    protected static Seen OwnWorkplace(Expression<Func<T, Guid>> officeId) =>
        new Seen.OwnWorkplace(MemberPath.Of(officeId));

    /// <summary>Those who are in office today in a committee of the row's office or school that has the mandate.</summary>
    /// <param name="except">Rows that are not for committees.</param>
    protected static Seen OnCommittee(
        CommitteeMandate mandate,
        Expression<Func<T, Guid>> officeId,
        Expression<Func<T, Guid?>> schoolId,
        Seen.Unless? except = null
    ) => new Seen.OnCommittee(mandate, MemberPath.Of(officeId), MemberPath.Of(schoolId), except);

    protected static Seen Missing(Expression<Func<T, object?>> member) => new Seen.Missing(MemberPath.Of(member));

    protected static Seen With<TOther>(Expression<Func<T, TOther?>> related)
        where TOther : class => new Seen.With(MemberPath.Of(related));

    protected static Seen WithId<TOther>(Expression<Func<T, Guid?>> id)
        where TOther : class => new Seen.WithId(MemberPath.Of(id), typeof(TOther));

    protected static Seen OfProject(Expression<Func<T, Guid?>> projectId) =>
        new Seen.OfProject(MemberPath.Of(projectId));

    protected static Seen OfActivity(Expression<Func<T, Guid?>> activityId) =>
        new Seen.OfActivity(MemberPath.Of(activityId));
}
