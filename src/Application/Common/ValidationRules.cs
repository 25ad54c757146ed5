using System.Linq.Expressions;
using FluentValidation;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common;

/// <summary>Validation rules for requests; their messages say what is allowed, in both languages.</summary>
internal static class ValidationRules
{
    public static IRuleBuilderOptions<T, TValue> Refuse<T, TValue>(
        this IRuleBuilderOptions<T, TValue> rule,
        string english,
        string thai
    ) => rule.WithMessage(english).WithState(_ => new LocalText(english, thai));

    /// <summary>
    /// A length between a minimum and a maximum number of characters. Surrounding blanks and invisible characters do not
    /// count for the minimum.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int min, int max) =>
        rule.Must(text => text is null || Length(text) <= max && Length(InvisibleText.Without(text)) >= min)
            .Refuse($"must have {min} to {max} characters.", $"ต้องมี {min} ถึง {max} ตัวอักษร");

    /// <summary>The number of a voucher, a contract or another document.</summary>
    public static IRuleBuilderOptions<T, string?> Reference<T>(this IRuleBuilder<T, string?> rule) => rule.Text(1, 255);

    /// <summary>The person of something new, or what is recorded already; the field that is missing or too much is named.</summary>
    /// <param name="name">The field of what is recorded already.</param>
    public static void PersonOrKnown<T>(
        this AbstractValidator<T> validator,
        Expression<Func<T, GivenId?>> person,
        Expression<Func<T, GivenId?>> known,
        string name
    )
    {
        var (isNew, isKnown) = (person.Compile(), known.Compile());
        validator
            .RuleFor(person)
            .Must((command, one) => one is not null || isKnown(command) is not null)
            .Refuse(
                $"must be given, or {name} for what is recorded already.",
                $"ต้องระบุ หรือระบุ {name} สำหรับสิ่งที่บันทึกไว้แล้ว"
            );
        validator
            .RuleFor(known)
            .Must((command, one) => one is null || isNew(command) is null)
            .Refuse("must be null if personId is given.", "ต้องเป็น null เมื่อระบุ personId");
    }

    /// <summary>A day that a record about people can have.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> Day<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is null || RecordedDays.Include(day.Value))
            .Refuse(RecordedDays.Allowed.English, RecordedDays.Allowed.Thai);

    public static IRuleBuilderOptions<T, DateOnly> Day<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(RecordedDays.Include).Refuse(RecordedDays.Allowed.English, RecordedDays.Allowed.Thai);

    /// <summary>An amount in baht greater than zero.</summary>
    public static IRuleBuilderOptions<T, decimal> Money<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.Must(amount => amount > 0).Refuse("must be greater than zero.", "ต้องมากกว่าศูนย์").ExactMoney();

    /// <summary>An amount in baht, zero or greater.</summary>
    public static IRuleBuilderOptions<T, decimal> MoneyOrZero<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.Must(amount => amount >= 0).Refuse("must be zero or greater.", "ต้องเป็นศูนย์หรือมากกว่า").ExactMoney();

    private static IRuleBuilderOptions<T, decimal> ExactMoney<T>(this IRuleBuilderOptions<T, decimal> rule) =>
        rule.Must(Baht.IsExact)
            .Refuse(
                "must have at most two decimals (satang); it is not rounded.",
                "ต้องมีทศนิยมไม่เกินสองตำแหน่ง (สตางค์) ระบบไม่ปัดเศษให้"
            )
            .Must(amount => amount <= Baht.Max)
            .Refuse("must be 999999999999.99 at most.", "ต้องไม่เกิน 999999999999.99");

    /// <summary>Counts characters as people see them, not storage units.</summary>
    private static int Length(string text) => text.EnumerateRunes().Count();
}
