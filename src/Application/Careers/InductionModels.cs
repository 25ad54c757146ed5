using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

public sealed class InductionProgrammeModel : CatalogueModel<InductionProgramme>
{
    public InductionProgrammeModel()
        : base(
            "What those who are new in a post go through, in the ministry's catalogue.",
            "InductionProgrammes",
            "inductionProgrammes",
            "The programmes of inductions, by code."
        ) =>
        Many<InductionProgrammeStep>("steps", step => step.ProgrammeId, step => step.Number, "Its steps, in order.");
}

public sealed class InductionProgrammeStepModel : Model<InductionProgrammeStep>
{
    public InductionProgrammeStepModel()
        : base("A step of a programme of inductions.")
    {
        SeenBy(Seen.WithParent);
        Field(step => step.Number, "The place in the order, from 1.");
        Field(step => step.Code, "Unique within the programme.");
        Field(step => step.Name, "In Thai.");
        Field(step => step.NameEnglish, "In English.");
        Field(step => step.Kind, "What it is.");
        Field(
            step => step.DueDays,
            "Days from the first day of the appointment, which is day 0, to the last one on which it is not overdue."
        );
        Field(step => step.IsAssessed, "Whether it is passed or not.", "assessed");
        Field(step => step.Source, "The document that says so.");
    }
}

/// <summary>
/// An induction is seen by the person, by who leads the person today, by the mentor, and by the officers of the office of the
/// appointment.
/// </summary>
public sealed class InductionModel : Model<Induction>
{
    public InductionModel()
        : base("The induction (การพัฒนาข้าราชการบรรจุใหม่) of a person in an appointment. A person has one at a time.")
    {
        SeenBy(
            Seen.Either([
                OwnPeople(one => one.OfficeId),
                .. OneselfOrLeader(one => one.PersonId),
                Oneself(one => one.MentorId),
            ])
        );
        Lists("Inductions");
        Order(one => one.StartsOn);
        Root("inductions", "The inductions that the caller sees, by their first day.");
        Key(one => one.Id);
        RootById("induction", "The induction with this id, or null.");
        Maybe<Person>("person", one => one.PersonId, "The person; null for those who do not see the person's record.")
            .Personal();
        Maybe<Appointment>(
                "appointment",
                one => one.AppointmentId,
                "The appointment; null for those who do not see it."
            )
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office of the appointment, which records and decides.")
            .Personal();
        Maybe<School>("school", one => one.SchoolId, "The school of the appointment, if any.").Personal();
        Maybe<StaffCategory>("category", one => one.CategoryId, "The category of the appointment.").Personal();
        One<InductionProgramme>("programme", one => one.ProgrammeId, "The programme.").Personal();
        Maybe<Person>("mentor", one => one.MentorId, "The mentor; null for those who do not see the mentor's record.")
            .Personal();
        Field(one => one.StartsOn, "The first day of the appointment, from which days are counted.").Personal();
        Many<InductionStep>("steps", one => one.InductionId, one => one.Number, "Its steps, in order.").Personal();
        Field(one => one.Status, "What became of it.").Personal();
        Computed<bool>("overdue", "Whether it is in progress, and a step is overdue today.").Personal();
        Field(one => one.DecidedOn, "The Thai day of the decision; null until then.").Personal();
        Field(one => one.OrderNumber, "The number of the order by which the person passed or failed.").Personal();
        Field(one => one.Note, "Why the person failed, or why it ended otherwise; null if not.").Personal();
        Field(one => one.Version, "Increases with each change, from 1.").Personal();
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy<InductionProgramme>("PROGRAMME", one => one.ProgrammeId, one => one.Programme.Name, "The programme.");
        GroupBy("STATUS", one => one.Status, "What became of it.");
        GroupByComputed("OVERDUE", "overdue", "Whether it goes on, and a step is overdue today.");
        GroupBy<School>(
            "SCHOOL",
            one => one.SchoolId,
            one => one.School!.Name,
            "The school of the appointment; null if there is none."
        );
        GroupBy<StaffCategory>("CATEGORY", one => one.CategoryId, one => one.Category.Name, "The category.");
        GroupByDate("STARTS", one => one.StartsOn, "the first day");
        GroupByDate("DECIDED", one => one.DecidedOn, "the decision");
    }
}

/// <summary>A step is seen by those who see its induction.</summary>
public sealed class InductionStepModel : Model<InductionStep>
{
    public InductionStepModel()
        : base("A step of an induction, as the programme had it when the induction began, and what is recorded of it.")
    {
        SeenBy(
            Seen.Either([
                OwnPeople(one => one.OfficeId),
                .. OneselfOrLeader(one => one.PersonId),
                Oneself(one => one.MentorId),
            ])
        );
        Lists("InductionSteps");
        Order(one => one.DueOn);
        Root("inductionSteps", "The steps of the inductions that the caller sees, those that are due first first.");
        Key(one => one.Id);
        RootById("inductionStep", "The step with this id, or null.");
        One<Induction>("induction", one => one.InductionId, "The induction.").Personal();
        Maybe<Person>("person", one => one.PersonId, "The person; null for those who do not see the person's record.")
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office of the appointment.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The school of the appointment, if any.").Personal();
        Field(one => one.Number, "The place in the order, from 1.").Personal();
        Field(one => one.Code, "Unique within the induction.").Personal();
        Field(one => one.Name, "In Thai.").Personal();
        Field(one => one.NameEnglish, "In English.").Personal();
        Field(one => one.Kind, "What it is.").Personal();
        Field(one => one.IsAssessed, "Whether it is passed or not.", "assessed").Personal();
        Field(one => one.DueOn, "The last Thai day on which it is not overdue.").Personal();
        Field(one => one.DoneOn, "The Thai day on which it was done; null until then.").Personal();
        Computed<bool>("overdue", "Whether the induction goes on, and the step is not done after its last day.")
            .Personal();
        Field(one => one.Result, "How it went; null unless it is assessed and done.").Personal();
        Field(one => one.Score, "The score of the assessment, 0 to 100, if there is one.").Personal();
        Field(one => one.Note, "What is said of it; null if nothing is.").Personal();
        Field(one => one.Evidence, "Where it can be seen, as text: a link, or a file number.").Personal();
        GroupByOffice(one => one.Office);
        GroupBy("CODE", one => one.Code, "The step of the programme.");
        GroupBy("KIND", one => one.Kind, "What it is.");
        GroupBy("RESULT", one => one.Result, "How it went; null unless it is assessed and done.");
        GroupByComputed(
            "OVERDUE",
            "overdue",
            "Whether the induction goes on, and the step is not done after its last day."
        );
        GroupBy<School>(
            "SCHOOL",
            one => one.SchoolId,
            one => one.School!.Name,
            "The school of the appointment; null if there is none."
        );
        GroupByDate("DUE", one => one.DueOn, "the last day on which it is not overdue");
        GroupByDate("DONE", one => one.DoneOn, "the day on which it was done");
    }
}
