using FluentValidation;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.People;

/// <summary>Rules that inputs of the registry share.</summary>
internal static class RegistryRules
{
    private const int LongestName = 200;

    /// <summary>A name of a person, a school or a network, in one line.</summary>
    public static IRuleBuilderOptions<T, string?> Name<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Text(1, LongestName).OneLine();

    public static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Text(0, LongestName).OneLine();

    /// <summary>Given name and surname, without a title, which has a field of its own.</summary>
    public static IRuleBuilderOptions<T, string?> ProperName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Name()
            .Must(name => string.IsNullOrWhiteSpace(name) || PersonName.Of(name).Title.Length == 0)
            .Refuse(
                "must not begin with a title; it has a field of its own.",
                "ต้องไม่ขึ้นต้นด้วยคำนำหน้า ซึ่งมีช่องแยกต่างหาก"
            );

    /// <summary>Whether a supervisor reports to the person in the same time.</summary>
    public static async Task<bool> IsCircularAsync(
        this IRegistryStore store,
        Supervision? stated,
        CancellationToken cancellationToken
    ) =>
        stated is not null
        && new SupervisionLines(await store.SupervisionsAsync([stated.SupervisorId], cancellationToken)).IsCircular(
            stated
        );

    private static IRuleBuilderOptions<T, string?> OneLine<T>(this IRuleBuilderOptions<T, string?> rule) =>
        rule.Must(text => text?.Any(char.IsControl) != true).Refuse("must be one line.", "ต้องอยู่ในบรรทัดเดียว");

    /// <summary>A text with single spaces; null if it is blank.</summary>
    public static string? Plain(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : string.Join(' ', SearchText.Plain(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A staff number as lists of staff are read: its digits may be Thai.</summary>
    public static string? StaffNumber(string? text) =>
        Plain(text) is { } number ? ThaiNumber.ToArabicDigits(number) : null;

    public static readonly RequestInvalid StaffNumberTaken = new(
        "staffNumber",
        new LocalText(
            "is the number of another person of the office.",
            "เป็นเลขประจำตัวของบุคลากรอีกคนในสำนักงานเดียวกัน"
        )
    );

    /// <summary>What the audit record says of a person: nothing that those who read the trail may not see.</summary>
    public static object Figures(Person person) => new { person.OfficeId, Status = EnumText.Of(person.Status) };

    /// <summary>What the audit record says of an appointment, likewise.</summary>
    public static object Figures(Appointment appointment) =>
        new
        {
            appointment.PersonId,
            appointment.OfficeId,
            appointment.OrgUnitId,
            appointment.SchoolId,
            appointment.CategoryId,
            appointment.HeldFrom,
            appointment.HeldTo,
            appointment.IsMain,
        };
}
