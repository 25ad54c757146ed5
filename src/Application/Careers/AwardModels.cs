using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Careers;

public sealed class AwardProgrammeModel : Model<AwardProgramme>
{
    public AwardProgrammeModel()
        : base("A programme of awards (รางวัล) that people are nominated for, of an office or of the ministry.")
    {
        SeenBy(Seen.Either(Missing(one => one.OfficeId), WithId<Office>(one => one.OfficeId)));
        Lists("AwardProgrammes");
        LongList();
        Order(one => one.Code);
        Root("awardProgrammes", "The programmes of the ministry and of all offices, by code.");
        Key(one => one.Id);
        RootById("awardProgramme", "The programme with this id, or null.");
        Maybe<Office>("office", one => one.OfficeId, "The office; null for a programme of the ministry.");
        Field(one => one.Code, "Unique within its office, or within the ministry.").Indexed();
        Field(one => one.Name, "In Thai.");
        Field(one => one.Grantor, "Who gives the awards.");
        Field(one => one.Criteria, "How recipients are chosen; null if it is not known.");
        Field(one => one.ValidFrom, "The first day on which people can be nominated; null if there is no first one.");
        Field(one => one.ValidTo, "The last such day; null if there is none yet.");
        Field(one => one.Source, "The document that says so.");
        Field(one => one.Version, "Increases with each change, from 1.");
        Page<Award>("awards", one => one.ProgrammeId, "Its awards and nominations, of those that the caller sees.");
        GroupBy<Office>(
            "OFFICE",
            one => one.OfficeId,
            one => one.Office!.Name,
            "The office; null for programmes of the ministry."
        );
        GroupBy("GRANTOR", one => one.Grantor, "Who gives the awards.");
    }
}

/// <summary>
/// An award is seen by the person, by who leads the person today, and by the officers of the office that nominated the person.
/// </summary>
public sealed class AwardModel : Model<Award>
{
    public AwardModel()
        : base("The nomination of a person for an award (รางวัล), and what was decided.")
    {
        SeenBy(Seen.Either([OwnPeople(one => one.OfficeId), .. OneselfOrLeader(one => one.PersonId)]));
        Lists("Awards");
        Order(one => one.FiscalYear);
        Root("awards", "The awards and nominations that the caller sees, by fiscal year.");
        Key(one => one.Id);
        RootById("award", "The award or nomination with this id, or null.");
        Nomination();
        Decision();
        Groups();
    }

    private void Nomination()
    {
        Maybe<Person>("person", one => one.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office that nominated the person.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The person's school of the time, if any.").Personal();
        Maybe<StaffCategory>("category", one => one.CategoryId, "The person's category of the time, if it is known.")
            .Personal();
        Maybe<AwardProgramme>("programme", one => one.ProgrammeId, "The programme; null if its office is not public.")
            .Personal();
        Field(one => one.Level, "How far it reaches.").Personal();
        Field(one => one.Division, "The division (ประเภท) of the programme, as it is printed, if it has any.")
            .Personal();
        Field(one => one.FiscalYear, "The year of the award (Buddhist era).").Personal();
        Field(one => one.NominatedOn, "The Thai day on which the work was handed in.").Personal();
        Field(one => one.DueOn, "The last day for nominations; null if there is none.").Personal();
        Computed<bool?>("inTime", "Whether the nomination came in time; null without a last day.").Personal();
        Maybe<Project>(
                "project",
                one => one.ProjectId,
                "The project that it is for, if it is for one and the plan still has it."
            )
            .Personal();
        Field(one => one.Works, "What the person is nominated for having done; null if it is not recorded.").Personal();
    }

    private void Decision()
    {
        Field(one => one.Status, "What became of the nomination.").Personal();
        Field(one => one.DecidedOn, "The Thai day of the decision; null until then.").Personal();
        Field(one => one.DecidedBy, "The body that decided; null without a decision of one.").Personal();
        Field(one => one.Distinction, "The class or medal of the award, as it is printed, if it has any.").Personal();
        Maybe<Committee>("committee", one => one.CommitteeId, "The office's committee that decided, if it was one.")
            .Personal();
        Field(one => one.OrderNumber, "The number of the order or announcement, if there is one.").Personal();
        Field(one => one.Note, "Why it was decided like this; of a withdrawal there is always one.").Personal();
        Field(one => one.Version, "Increases with each change, from 1.").Personal();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy<AwardProgramme>("PROGRAMME", one => one.ProgrammeId, one => one.Programme.Name, "The programme.");
        GroupBy("LEVEL", one => one.Level, "How far it reaches.");
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The year of the award (Buddhist era).");
        GroupBy("STATUS", one => one.Status, "What became of the nomination.");
        GroupBy("DISTINCTION", one => one.Distinction, "The class or medal; null if there is none.");
        GroupByComputed("IN_TIME", "inTime", "Whether the nomination came in time; null without a last day.");
        GroupBy<School>(
            "SCHOOL",
            one => one.SchoolId,
            one => one.School!.Name,
            "The school of the time; null if there is none."
        );
        GroupBy<StaffCategory>(
            "CATEGORY",
            one => one.CategoryId,
            one => one.Category!.Name,
            "The category of the time; null if it is not known."
        );
        GroupBy<Project>(
            "PROJECT",
            one => one.ProjectId,
            one => one.Project!.Name,
            "The project; null if there is none."
        );
        GroupByDate("DECIDED", one => one.DecidedOn, "the decision");
    }
}
