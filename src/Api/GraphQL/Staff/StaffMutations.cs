using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Api.GraphQL.Staff;

/// <summary>The mutations that correct and erase the names of people.</summary>
internal static class StaffMutations
{
    private static readonly Member Id = new("staffMemberId", "ID!", "The staff member.");
    private static readonly Member Reason = new("reason", "String!", "The reason; 1 to 2000 characters.");

    private static readonly (Member, Func<Written, object?>) Replaced = (
        new Member("staffMember", "StaffMember", "The staff member; null if the mutation was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<CorrectPerson, Written>(
                "Corrects a staff member's name wherever it stands: in records, printed texts, findings, the ledger and the audit trail, and "
                    + "in what is imported later.",
                [Id, new Member("name", "String!", "The right name with its title; 1 to 200 characters."), Reason],
                [Replaced],
                input => new CorrectPerson(
                    input.Id(Id.Name, nameof(StaffMember)),
                    input.Text("name"),
                    input.Text(Reason.Name)
                )
            ),
            new Mutation<ErasePerson, Written>(
                "Replaces a staff member's name by a pseudonym in the same places, also in what is imported later. It cannot be undone.",
                [Id, Reason],
                [Replaced],
                input => new ErasePerson(input.Id(Id.Name, nameof(StaffMember)), input.Text(Reason.Name))
            ),
        ];
}
