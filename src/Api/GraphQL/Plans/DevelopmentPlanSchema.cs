using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>What plans, and bringing them in, add to the schema.</summary>
internal static class DevelopmentPlanSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<ImportOutcome>("What became of a plan."),
                EnumType.Of<UnreadReason>(
                    "Why lines of a document went nowhere.",
                    ("REPETITION", "The same is printed elsewhere: a table of contents, a header that is repeated."),
                    ("OUT_OF_PLACE", "It stands where nothing of its kind is expected."),
                    ("NOT_UNDERSTOOD", "No number where one is expected, or an item that no part could be told of.")
                ),
                new ImportReportType(),
                new PlanFaultType(),
            ],
            Mutations = PlanMutations.All(),
            Errors = [new PlanFileRefusedErrorType()],
            // The report of an import tells them before they are rows, or where they never become any.
            Values =
            [
                Unread("firstLine", passage => passage.FirstLine),
                Unread("lastLine", passage => passage.LastLine),
                Unread("lines", passage => passage.Lines),
                Unread("reason", passage => passage.Reason),
                Unread("text", passage => passage.Text),
            ],
        };

    private static ValueOfRow Unread(string field, Func<UnreadPassage, object?> get) =>
        new(nameof(UnreadPassage), field, ValueSource.Of(get));
}
