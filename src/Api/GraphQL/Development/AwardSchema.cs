using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for awards.</summary>
internal static class AwardSchema
{
    private static readonly (Member, Func<Written, object?>) TheAward = (
        new Member("award", "Award", "The award or nomination; null if the mutation was refused."),
        it => it.Id
    );

    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<AwardLevel>(
                    "How far an award reaches.",
                    ("SCHOOL", "ระดับโรงเรียน."),
                    ("OFFICE", "ระดับเขตพื้นที่การศึกษา."),
                    ("PROVINCE", "ระดับจังหวัด."),
                    ("REGION", "ระดับภาค."),
                    ("NATIONAL", "ระดับชาติ."),
                    ("INTERNATIONAL", "ระดับนานาชาติ.")
                ),
                EnumType.Of<AwardStatus>(
                    "What became of a nomination.",
                    ("NOMINATED", "Nothing is decided yet."),
                    ("AWARDED", "The person has the award."),
                    ("NOT_AWARDED", "Others have it."),
                    ("WITHDRAWN", "The office took the nomination back.")
                ),
            ],
            Mutations = [SaveProgramme(), Nominate(), Decide()],
        };

    private static Mutation<SaveAwardProgramme, Written> SaveProgramme() =>
        new(
            "Saves a programme of awards of an office by its code, in place of what was saved before. Administrators also save programmes of the "
                + "ministry.",
            [
                new Member("officeCode", "String", "The code of the office: \"TH-43-P2\"; null for the ministry."),
                new Member(
                    "programmeCode",
                    "String!",
                    "Unique within the office, in whatever case; stays as it was first given; 1 to 50 characters."
                ),
                Version("programme"),
                new Member("name", "String!", "In Thai; 1 to 500 characters."),
                new Member("grantor", "String!", "Who gives the awards; 1 to 500 characters."),
                new Member("criteria", "String", "How recipients are chosen; up to 10000 characters."),
                new Member(
                    "validFrom",
                    "LocalDate",
                    "The first day on which people can be nominated, if there is one."
                ),
                new Member("validTo", "LocalDate", "The last such day, if there is one."),
                new Member("source", "String!", "The document that says so; 1 to 2000 characters."),
            ],
            [
                (
                    new Member("programme", "AwardProgramme", "The programme; null if the mutation was refused."),
                    it => it.Id
                ),
            ],
            input => new SaveAwardProgramme(
                input.TextOrNull("officeCode"),
                input.Text("programmeCode"),
                input.Value<int>("expectedVersion"),
                input.Text("name"),
                input.Text("grantor"),
                input.TextOrNull("criteria"),
                input.ValueOrNull<DateOnly>("validFrom"),
                input.ValueOrNull<DateOnly>("validTo"),
                input.Text("source")
            )
        );

    private static Mutation<NominateForAward, Written> Nominate() =>
        new(
            "Nominates a person whose record the office keeps for an award, or replaces what an undecided nomination says.",
            [
                new Member("awardId", "ID", "The nomination; null for a new one."),
                new Member("personId", "ID", "For a new one: the person."),
                Version("nomination"),
                new Member(
                    "programmeId",
                    "ID!",
                    "A programme of the office or of the ministry that is in use on the day."
                ),
                new Member("level", "AwardLevel!", "How far it reaches."),
                new Member(
                    "division",
                    "String",
                    "The division (ประเภท) of the programme, as it is printed; up to 500 characters."
                ),
                new Member("fiscalYear", "Int!", "The year of the award (Buddhist era)."),
                new Member(
                    "nominatedOn",
                    "LocalDate!",
                    "The Thai day on which the work was handed in; today at the latest."
                ),
                new Member("dueOn", "LocalDate", "The last day for nominations, if there is one."),
                new Member("projectId", "ID", "A project of the office that it is for; no draft."),
                new Member("works", "String", "What the person is nominated for having done; up to 10000 characters."),
            ],
            [TheAward],
            input => new NominateForAward(
                input.IdOrNull("awardId", nameof(Award)),
                input.IdOrNull("personId", nameof(Person)),
                input.Value<int>("expectedVersion"),
                input.Id("programmeId", nameof(AwardProgramme)),
                input.Value<AwardLevel>("level"),
                input.TextOrNull("division"),
                input.Value<int>("fiscalYear"),
                input.Value<DateOnly>("nominatedOn"),
                input.ValueOrNull<DateOnly>("dueOn"),
                input.IdOrNull("projectId", nameof(Project)),
                input.TextOrNull("works")
            )
        );

    private static Mutation<DecideAward, Written> Decide() =>
        new(
            "Records what was decided about a nomination, in place of what was recorded.",
            [
                new Member("awardId", "ID!", "The nomination."),
                Version("nomination"),
                new Member("status", "AwardStatus!", "AWARDED, NOT_AWARDED or WITHDRAWN."),
                new Member("decidedOn", "LocalDate!", "The Thai day: from that of the nomination to today."),
                new Member(
                    "decidedBy",
                    "String",
                    "The body that decided; up to 500 characters. Needed unless the nomination is withdrawn."
                ),
                new Member(
                    "distinction",
                    "String",
                    "The class or medal, as it is printed, of AWARDED alone; up to 500 characters."
                ),
                new Member(
                    "committeeId",
                    "ID",
                    "The office's committee that decided, in office on the day. It or orderNumber is needed unless the nomination is withdrawn."
                ),
                new Member("orderNumber", "String", "The number of the order or announcement; up to 100 characters."),
                new Member("note", "String", "Why; up to 2000 characters. Needed for WITHDRAWN. The person sees it."),
            ],
            [TheAward],
            input => new DecideAward(
                input.Id("awardId", nameof(Award)),
                input.Value<int>("expectedVersion"),
                input.Value<AwardStatus>("status"),
                input.Value<DateOnly>("decidedOn"),
                input.TextOrNull("decidedBy"),
                input.TextOrNull("distinction"),
                input.IdOrNull("committeeId", nameof(Committee)),
                input.TextOrNull("orderNumber"),
                input.TextOrNull("note")
            )
        );

    private static Member Version(string of) =>
        new(
            "expectedVersion",
            "Int!",
            $"The version of the {of} that the change is based on, 0 for a new one; if it has changed, the result is a ConflictError."
        );
}
