using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.Staff;

/// <summary>The mutations that correct and erase the names of people.</summary>
internal static class StaffMutations
{
    private static readonly Member Id = new("staffMemberId", "ID", "The staff member; or personId.");
    private static readonly Member PersonId = new("personId", "ID", "A person in the registry.");
    private static readonly Member Reason = new("reason", "String!", "The reason; 1 to 2000 characters.");

    private static readonly (Member, Func<Written, object?>) Replaced = (
        new Member(
            "staffMember",
            "StaffMember",
            "The staff member; null if the mutation was refused, or was about a person."
        ),
        it => it.Id
    );

    private static readonly (Member, Func<Written, object?>) ReplacedPerson = (
        new Member("person", "Person", "The person, if the mutation was about one and the caller sees it."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<CorrectPerson, Written>(
                "Corrects the present name of a staff member or a person wherever it stands: in records, printed texts, findings, the ledger and the audit trail, and "
                    + "in what is imported later.",
                [
                    Id,
                    PersonId,
                    new Member(
                        "name",
                        "String!",
                        "The right name; 1 to 200 characters; with its title for a staff member, without for a person."
                    ),
                    Reason,
                ],
                [Replaced, ReplacedPerson],
                input => new CorrectPerson(
                    input.IdOrNull(Id.Name, nameof(StaffMember)),
                    input.Text("name"),
                    input.Text(Reason.Name),
                    input.IdOrNull(PersonId.Name, nameof(Person))
                )
            ),
            new Mutation<ErasePerson, Written>(
                "Replaces a staff member's name, or all names of a person, by a pseudonym in the same places, also in what is imported later. It cannot be undone.",
                [Id, PersonId, Reason],
                [Replaced, ReplacedPerson],
                input => new ErasePerson(
                    input.IdOrNull(Id.Name, nameof(StaffMember)),
                    input.Text(Reason.Name),
                    input.IdOrNull(PersonId.Name, nameof(Person))
                )
            ),
        ];
}
