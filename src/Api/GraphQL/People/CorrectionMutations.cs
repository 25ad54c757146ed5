using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People.Corrections;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The mutations by which people get their records corrected.</summary>
internal static class CorrectionMutations
{
    private static readonly (Member, Func<Written, object?>) TheRequest = (
        new Member("request", "CorrectionRequest", "The request; null if the mutation was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<RequestCorrection, Written>(
                "The caller asks the office that keeps their record for a correction of it.",
                [new Member("wish", "String!", "What is wrong, and what would be right: 1 to 2000 characters.")],
                [TheRequest],
                input => new RequestCorrection(input.Text("wish"))
            ),
            new Mutation<AnswerCorrection, Written>(
                "Answers a request for a correction, once. Correct the record first (updatePerson, appoint, endAppointment …), or say why it stays.",
                [
                    new Member("requestId", "ID!", "The request."),
                    new Member("isDone", "Boolean!", "Whether the record was corrected."),
                    new Member("answer", "String!", "What was done, or why nothing was: 1 to 2000 characters."),
                ],
                [TheRequest],
                input => new AnswerCorrection(
                    input.Id("requestId", nameof(CorrectionRequest)),
                    input.Value<bool>("isDone"),
                    input.Text("answer")
                )
            ),
        ];
}
