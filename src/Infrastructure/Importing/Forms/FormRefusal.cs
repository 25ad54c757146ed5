using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>Turns whatever goes wrong while a form is read into one clear line.</summary>
internal static class FormRefusal
{
    /// <param name="what">What a person calls a file of this form: "a Word document (.docx)".</param>
    public static Result<IReadOnlyList<Row>> Catch(string what, Func<Result<IReadOnlyList<Row>>> read)
    {
        try
        {
            return read();
        }
        catch (RefusedFormException refused)
        {
            return Of(refused.Message);
        }
        // The libraries throw any exception for a damaged file.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Of($"is {what}, but is damaged or protected by a password; open it, and save it again.");
        }
    }

    public static PlanFileRefused Of(string message) => new([new PlanFault("", message)]);
}
