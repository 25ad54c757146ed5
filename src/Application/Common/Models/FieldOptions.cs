using System.Linq.Expressions;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>What a declaration says of a field besides its name and meaning.</summary>
public static class FieldOptions
{
    /// <summary>For everybody who holds a role, whichever.</summary>
    public static TField SignedIn<TField>(this TField field)
        where TField : ModelField => field.For(Enum.GetValues<Role>());

    /// <summary>Only for one of these roles. The field is then nullable in the API: others get null and an error.</summary>
    public static TField For<TField>(this TField field, params Role[] roles)
        where TField : ModelField
    {
        field.Access = field.Access with { Roles = roles, IsOpen = false };
        return field;
    }

    /// <summary>It tells of a person: that somebody signed in reads it, or filters or sorts by it, is put on record.</summary>
    public static TField Personal<TField>(this TField field)
        where TField : ModelField
    {
        field.Access = field.Access with { IsPersonal = true };
        return field;
    }

    /// <summary>The same, but only of rows that say so.</summary>
    public static TField PersonalWhere<TField, TRow>(this TField field, Expression<Func<TRow, bool>> member)
        where TField : ModelField
    {
        field.PersonalWhere = MemberPath.Of(member);
        return field.Personal();
    }

    public static TField NotFiltered<TField>(this TField field)
        where TField : ModelField
    {
        field.IsFiltered = false;
        return field;
    }

    public static TField NotSorted<TField>(this TField field)
        where TField : ModelField
    {
        field.IsSorted = false;
        return field;
    }

    /// <summary>An index finds rows by it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="sorts">Whether that also has all rows in its order.</param>
    public static ValueField Indexed(this ValueField field, bool sorts = true)
    {
        (field.IsIndexed, field.IsSortedByIndex) = (true, sorts);
        return field;
    }

    /// <summary>It is there wherever the object is that it belongs to.</summary>
    public static ValueField NotNull(this ValueField field)
    {
        field.IsNullable = false;
        return field;
    }

    /// <summary>An empty text is told in place of null.</summary>
    public static ValueField EmptyForNull(this ValueField field)
    {
        (field.IsEmptyForNull, field.IsNullable) = (true, false);
        return field;
    }

    /// <summary>Only children of this kind.</summary>
    public static ManyField Only<TChild, TValue>(
        this ManyField field,
        Expression<Func<TChild, TValue>> member,
        TValue value
    )
    {
        field.Only = new ChildCondition(MemberPath.Of(member), value);
        return field;
    }

    /// <summary>The first child alone; null where there is none.</summary>
    public static ManyField First(this ManyField field)
    {
        field.Shape = ManyShape.First;
        return field;
    }

    /// <summary>A text of each child instead of the child.</summary>
    public static ManyField Texts<TChild>(this ManyField field, Expression<Func<TChild, string>> text)
    {
        (field.Shape, field.Text) = (ManyShape.Texts, MemberPath.Of(text));
        return field;
    }

    /// <summary>The first child's text instead of the children.</summary>
    public static ManyField FirstText<TChild>(this ManyField field, Expression<Func<TChild, string>> text)
    {
        (field.Shape, field.Text) = (ManyShape.FirstText, MemberPath.Of(text));
        return field;
    }

    /// <summary>Takes <c>where</c>.</summary>
    public static ManyField Filtered(this ManyField field)
    {
        field.TakesWhere = true;
        return field;
    }

    /// <summary>Takes <c>fiscalYear</c>: the last child that it lies in.</summary>
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
