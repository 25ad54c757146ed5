using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People.Links;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The mutations that link printed names to people.</summary>
internal static class StaffLinkMutations
{
    private static readonly Member Id = new("staffMemberId", "ID!", "A name printed in a plan of the caller's office.");

    private static readonly (Member, Func<Written, object?>) TheMember = (
        new Member("staffMember", "StaffMember", "The staff member; null if the mutation was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<LinkStaffMember, Written>(
                "Links a name printed in a plan to a person of the registry. The link stays when the plan is imported again.",
                [
                    Id,
                    new Member(
                        "personId",
                        "ID!",
                        "A person whose record the office keeps, or who has or had an appointment there."
                    ),
                ],
                [TheMember],
                input => new LinkStaffMember(
                    input.Id(Id.Name, nameof(StaffMember)),
                    input.Id("personId", nameof(Person))
                )
            ),
            new Mutation<UnlinkStaffMember, Written>(
                "Takes the link of a printed name to a person back.",
                [Id],
                [TheMember],
                input => new UnlinkStaffMember(input.Id(Id.Name, nameof(StaffMember)))
            ),
        ];
}
