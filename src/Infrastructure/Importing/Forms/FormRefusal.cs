using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>Turns whatever goes wrong while a form is read into one clear line.</summary>
internal static class FormRefusal
{
    /// <param name="what">What a person calls a file of this form: "a Word document (.docx)", in both languages.</param>
    public static Result<IReadOnlyList<Row>> Catch(LocalText what, Func<Result<IReadOnlyList<Row>>> read)
    {
        try
        {
            return read();
        }
        catch (RefusedFormException refused)
        {
            return Of(refused.Reason);
        }
        // The libraries throw any exception for a damaged file.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Of(
                $"is {what.English}, but is damaged or protected by a password; open it, and save it again.",
                $"เป็น{what.Thai} แต่เสียหายหรือมีรหัสผ่าน โปรดเปิดแล้วบันทึกใหม่"
            );
        }
    }

    public static PlanFileRefused Of(string english, string thai) => Of(new LocalText(english, thai));

    public static PlanFileRefused Of(LocalText reason) => new([new PlanFault("", reason)]);
}
