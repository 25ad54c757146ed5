using CsCheck;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Domain.Tests.Events;

/// <summary>Who makes which assessment, whatever the registry says.</summary>
public sealed class AssessorsTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void Nobody_is_the_supervisor_or_the_committee_of_oneself_and_a_director_acts_only_without_a_supervisor() =>
        Gen.Select(
                Gen.Int[0, 3].Array[0, 3],
                Gen.Int[0, 3].Array[0, 3],
                Gen.Int[0, 3].Array[0, 3],
                Gen.Int[-1, 3],
                Gen.Bool,
                Gen.Int[0, 2].Select(by => (Assessor)by)
            )
            .Sample(
                (supervisors, directors, members, who, isOfficer, by) =>
                {
                    var assessors = new Assessors(
                        People[0],
                        supervisors.Select(one => People[one]).ToHashSet(),
                        directors.Select(one => People[one]).ToHashSet(),
                        members.Select(one => People[one]).ToHashSet()
                    );
                    Guid? someone = who < 0 ? null : People[who];
                    AssessorRole? expected = null;
                    if (who == 0)
                        expected = by == Assessor.Self ? AssessorRole.Person : null;
                    else if (by == Assessor.Committee)
                        expected =
                            members.Contains(who) ? AssessorRole.Member
                            : isOfficer ? AssessorRole.Officer
                            : null;
                    else if (by == Assessor.Supervisor && supervisors.Contains(who))
                        expected = AssessorRole.Supervisor;
                    else if (by == Assessor.Supervisor && supervisors.Length == 0 && directors.Contains(who))
                        expected = AssessorRole.Director;
                    assessors.RoleFor(by, someone, isOfficer).ShouldBe(expected);
                    assessors
                        .Include(by, someone)
                        .ShouldBe(
                            who == 0
                                || supervisors.Contains(who)
                                || directors.Contains(who)
                                || by == Assessor.Committee && members.Contains(who)
                        );
                }
            );
}
