using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The mutations of schools and their networks.</summary>
internal static class SchoolMutations
{
    private static readonly Member Office = new("officeCode", "String!", "The code of the office: \"TH-43-P2\".");

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<SaveSchoolNetwork, Written>(
                "Adds a network of schools to an office, or renames one.",
                [
                    Office,
                    new Member("networkId", "ID", "The network to rename; null adds one."),
                    new Member("name", "String!", "The name; 1 to 200 characters, used once in the office."),
                ],
                [
                    (
                        new Member("network", "SchoolNetwork", "The network; null if the mutation was refused."),
                        it => it.Id
                    ),
                ],
                input => new SaveSchoolNetwork(
                    input.Text(Office.Name),
                    input.IdOrNull("networkId", nameof(SchoolNetwork)),
                    input.Text("name")
                )
            ),
            new Mutation<SaveSchool, Written>(
                "Adds a school to an office, or replaces what is known of the one with this code. To move a school from another office, the role "
                    + "is needed at both.",
                [
                    Office,
                    new Member("code", "String!", "The ministry's code: 6 to 10 digits, Thai or Arabic."),
                    new Member("name", "String!", "The name; 1 to 200 characters."),
                    new Member("district", "String", "The name of the district (อำเภอ)."),
                    new Member("networkId", "ID", "A network of the office."),
                    new Member("directorId", "ID", "The person who leads the school; the office keeps the record."),
                ],
                [(new Member("school", "School", "The school; null if the mutation was refused."), it => it.Id)],
                input => new SaveSchool(
                    input.Text(Office.Name),
                    input.Text("code"),
                    input.Text("name"),
                    input.TextOrNull("district"),
                    input.IdOrNull("networkId", nameof(SchoolNetwork)),
                    input.IdOrNull("directorId", nameof(Person))
                )
            ),
        ];
}
