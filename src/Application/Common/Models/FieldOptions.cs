using System.Linq.Expressions;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>Options of a field beyond its name and meaning.</summary>
public static class FieldOptions
{
    private static readonly Role[] Offices = [.. Enum.GetValues<Role>().Where(role => role != Role.Staff)];

    private static TField With<TField>(this TField field, Action<TField> set)
    {
        set(field);
        return field;
    }

    /// <summary>
    /// Restricts the field to signed-in callers with any role but <see cref="Role.Staff"/>, who see what the public sees of
    /// plans.
    /// </summary>
    public static TField SignedIn<TField>(this TField field)
        where TField : ModelField => field.For(Offices);

    /// <summary>
    /// Restricts the field to these roles. It is then nullable in the API: other callers get null and an error.
    /// </summary>
    public static TField For<TField>(this TField field, params Role[] roles)
        where TField : ModelField => field.With(it => it.Access = it.Access with { Roles = roles, IsOpen = false });

    /// <summary>
    /// Marks personal data: when a signed-in caller reads it, or filters or sorts by it, this is recorded in the audit
    /// trail.
    /// </summary>
    public static TField Personal<TField>(this TField field)
        where TField : ModelField => field.With(it => it.Access = it.Access with { IsPersonal = true });

    /// <summary>Marks personal data in those rows for which a member is true.</summary>
    public static TField PersonalWhere<TField, TRow>(this TField field, Expression<Func<TRow, bool>> member)
        where TField : ModelField
    {
        field.PersonalWhere = MemberPath.Of(member);
        return field.Personal();
    }

    /// <summary>
    /// Only callers who see everything of an office have the value; for others it is null, also in filters and orders.
    /// </summary>
    /// <param name="officeCode">The path to the code of the office.</param>
    public static ValueField ForOffice<TRow>(this ValueField field, Expression<Func<TRow, string>> officeCode)
    {
        (field.OfficeCode, field.IsNullable) = (MemberPath.Of(officeCode), true);
        return field;
    }

    public static TField NotFiltered<TField>(this TField field)
        where TField : ModelField => field.With(it => it.IsFiltered = false);

    public static TField NotSorted<TField>(this TField field)
        where TField : ModelField => field.With(it => it.IsSorted = false);

    /// <summary>An index finds rows by this field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="sorts">Whether the index also has all rows in the order of the field.</param>
    public static ValueField Indexed(this ValueField field, bool sorts = true) =>
        field.With(it => (it.IsIndexed, it.IsSortedByIndex) = (true, sorts));

    /// <summary>The value is never null if its object is present.</summary>
    public static ValueField NotNull(this ValueField field) => field.With(it => it.IsNullable = false);

    /// <summary>Null is returned as an empty text.</summary>
    public static ValueField EmptyForNull(this ValueField field) =>
        field.With(it => (it.IsEmptyForNull, it.IsNullable) = (true, false));

    /// <summary>Only children of this kind.</summary>
    public static ManyField Only<TChild, TValue>(
        this ManyField field,
        Expression<Func<TChild, TValue>> member,
        TValue value
    ) => field.With(it => it.Only = new ChildCondition(MemberPath.Of(member), value));

    /// <summary>Returns only the first child, or null if there is none.</summary>
    public static ManyField First(this ManyField field) => field.With(it => it.Shape = ManyShape.First);

    /// <summary>Returns a text of each child instead of the child.</summary>
    public static ManyField Texts<TChild>(this ManyField field, Expression<Func<TChild, string>> text) =>
        field.With(it => (it.Shape, it.Text) = (ManyShape.Texts, MemberPath.Of(text)));

    /// <summary>Returns the first child's text instead of the children.</summary>
    public static ManyField FirstText<TChild>(this ManyField field, Expression<Func<TChild, string>> text) =>
        field.With(it => (it.Shape, it.Text) = (ManyShape.FirstText, MemberPath.Of(text)));

    /// <summary>Adds the argument <c>where</c>.</summary>
    public static ManyField Filtered(this ManyField field) => field.With(it => it.TakesWhere = true);

    /// <summary>Adds the argument <c>fiscalYear</c>, which selects the last child whose years include it.</summary>
    public static ManyField ForYear<TChild>(
        this ManyField field,
        Expression<Func<TChild, int>> from,
        Expression<Func<TChild, int>> to
    )
    {
        (field.Shape, field.Years) = (ManyShape.First, (MemberPath.Of(from), MemberPath.Of(to)));
        field.IsFiltered = false;
        return field;
    }
}
