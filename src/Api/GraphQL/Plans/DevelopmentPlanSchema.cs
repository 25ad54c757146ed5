using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>The part of the schema for plans and their import.</summary>
internal static class DevelopmentPlanSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<ImportOutcome>("The outcome of an import."),
                EnumType.Of<UnreadReason>(
                    "Why lines of a document were not used.",
                    ("REPETITION", "The text repeats other text: a table of contents, a repeated header."),
                    ("OUT_OF_PLACE", "Nothing of this kind is expected in this place."),
                    (
                        "NOT_UNDERSTOOD",
                        "There is no number where one is expected, or the parts of an item could not be recognised."
                    ),
                    (
                        "HIDDEN",
                        "The file contains the text without showing it: a hidden row, column or sheet, or hidden text."
                    )
                ),
                new ImportReportType(),
                new PlanFaultType(),
            ],
            Mutations = PlanMutations.All(),
            Errors = [new PlanFileRefusedErrorType()],
            // The report of an import contains these before they are rows, and for a dry run they never become rows.
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
