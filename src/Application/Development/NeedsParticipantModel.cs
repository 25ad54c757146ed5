using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Development;

public sealed class NeedsParticipantModel : Model<NeedsParticipant>
{
    public NeedsParticipantModel()
        : base(
            "A person who is asked in a survey of needs, with the category and the place of the day on which it was closed; of somebody who left "
                + "before, of the day of the answer."
        )
    {
        SeenBy(Seen.Either(OwnPeople(one => one.OfficeId), Oneself(one => one.PersonId)));
        Lists("NeedsParticipants");
        Order(one => one.FiscalYear);
        Root("needsParticipants", "The people who were asked, of those whom the caller sees, by fiscal year.");
        Key(one => one.Id);
        RootById("needsParticipant", "The participant with this id, or null.");
        Maybe<NeedsRound>("round", one => one.RoundId, "The survey.").Personal();
        Maybe<Person>("person", one => one.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office.").Personal();
        Field(one => one.FiscalYear, "The year that the needs are for (Buddhist era).").Personal();
        One<StaffCategory>("category", one => one.CategoryId, "The category of staff.").Personal();
        Maybe<OrgUnit>("orgUnit", one => one.OrgUnitId, "The unit of the office, if any.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The school, if any.").Personal();
        Field(one => one.AnsweredAt, "When the person last answered; null if they did not.").Personal();
        Many<NeedsChoice>(
                "choices",
                choice => choice.ParticipantId,
                choice => choice.Priority,
                "What the person asks for."
            )
            .Personal();
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<StaffCategory>("CATEGORY", one => one.CategoryId, one => one.Category.Name, "The category of staff.");
        GroupBy<School>("SCHOOL", one => one.SchoolId, one => one.School!.Name, "The school; null if there is none.");
    }
}

/// <summary>What people ask for, topic by topic: grouped by topic and category, the result of a survey.</summary>
public sealed class NeedsChoiceModel : Model<NeedsChoice>
{
    public NeedsChoiceModel()
        : base("A topic that a person asks for in a survey of needs.")
    {
        SeenBy(Seen.Either(OwnPeople(choice => choice.OfficeId), Oneself(choice => choice.PersonId)));
        Lists("NeedsChoices");
        Order(choice => choice.FiscalYear, choice => choice.Priority);
        Root("needsChoices", "What people ask for, of those whom the caller sees, by fiscal year and priority.");
        Key(choice => choice.Id);
        RootById("needsChoice", "The choice with this id, or null.");
        One<NeedsParticipant>("participant", choice => choice.ParticipantId, "Who asks for it.").Personal();
        Maybe<NeedsRound>("round", choice => choice.RoundId, "The survey.").Personal();
        Field(choice => choice.FiscalYear, "The year that the needs are for (Buddhist era).").Personal();
        One<DevelopmentTopic>("topic", choice => choice.TopicId, "The topic.").Personal();
        Field(choice => choice.Priority, "From 1, which comes first.").Personal();
        GroupByOffice(choice => choice.Office);
        GroupBy("FISCAL_YEAR", choice => choice.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<DevelopmentTopic>("TOPIC", choice => choice.TopicId, choice => choice.Topic.Name, "The topic.");
        GroupBy("PRIORITY", choice => choice.Priority, "The priority.");
        GroupBy<StaffCategory>(
            "CATEGORY",
            choice => choice.Participant.CategoryId,
            choice => choice.Participant.Category.Name,
            "The person's category of staff."
        );
        GroupBy<School>(
            "SCHOOL",
            choice => choice.Participant.SchoolId,
            choice => choice.Participant.School!.Name,
            "The person's school; null if there is none."
        );
    }
}
