using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People.Accounts;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The mutations by which people get to read their own records.</summary>
internal static class AccountMutations
{
    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<InvitePerson, InvitedPerson>(
                "Invites a person to read the own record. An earlier invitation of the person is no longer valid.",
                [PersonMutations.PersonId],
                [
                    PersonMutations.ThePerson,
                    (
                        new Member(
                            "code",
                            "String",
                            "The code to hand to the person, who accepts the invitation with it. It is not returned again."
                        ),
                        invited => invited.Code
                    ),
                    (
                        new Member("expiresAt", "DateTime", "Until when the invitation can be accepted."),
                        invited => invited.ExpiresAt
                    ),
                ],
                input => new InvitePerson(input.Id(PersonMutations.PersonId.Name, nameof(Person)))
            ),
            new Mutation<AcceptInvitation, Written>(
                "Binds the name that the caller signs in with to the person who was invited; `me` is that person from then on. Each code is for one "
                    + "caller.",
                [
                    new Member(
                        "code",
                        "String!",
                        "The code of the invitation; dashes, blanks and small letters do not matter."
                    ),
                ],
                [PersonMutations.ThePerson],
                input => new AcceptInvitation(input.Text("code"))
            ),
            new Mutation<RemoveAccount, Written>(
                "Unbinds the name that a person signs in with, and revokes an invitation that was not accepted.",
                [PersonMutations.PersonId],
                [PersonMutations.ThePerson],
                input => new RemoveAccount(input.Id(PersonMutations.PersonId.Name, nameof(Person)))
            ),
        ];
}
