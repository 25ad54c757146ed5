using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Events;

/// <summary>Courses name nobody: those of the ministry are public, the others as public as their office.</summary>
public sealed class CourseModel : Model<Course>
{
    public CourseModel()
        : base("A course (หลักสูตร) of an office, or of the ministry for all offices.")
    {
        SeenBy(Seen.Either(Missing(course => course.OfficeId), WithId<Office>(course => course.OfficeId)));
        Lists("Courses");
        LongList();
        Order(course => course.Code);
        Root("courses", "The courses of the ministry and of all offices, by code.");
        Key(course => course.Id);
        RootById("course", "The course with this id, or null.");
        Maybe<Office>("office", course => course.OfficeId, "The office; null for a course of the ministry.");
        Field(course => course.Code, "Unique within its office, or within the ministry.").Indexed();
        Field(course => course.Name, "In Thai.");
        Field(course => course.Hours, "Hours of 60 minutes.");
        Field(course => course.Provider, "Who provides it, if it is known.");
        Field(course => course.ApprovalNumber, "The number under which it was approved, if it was.");
        Field(course => course.Version, "Increases with each change, from 1.");
        Many<CourseSubject>("subjects", one => one.CourseId, one => one.Number, "What it is about.");
        Page<Offering>("offerings", offering => offering.CourseId, "Its offerings, by fiscal year.");
        GroupBy<Office>(
            "OFFICE",
            course => course.OfficeId,
            course => course.Office!.Name,
            "The office; null for courses of the ministry."
        );
    }
}

public sealed class CourseSubjectModel : Model<CourseSubject>
{
    public CourseSubjectModel()
        : base("A topic or a competency that a course is about.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "From 1.");
        Maybe<DevelopmentTopic>("topic", one => one.TopicId, "The topic, if it is one.");
        Maybe<Competency>("competency", one => one.CompetencyId, "The competency, if it is one.");
    }
}

/// <summary>What an office offers is as public as the office; who takes part is not.</summary>
public sealed class OfferingModel : Model<Offering>
{
    public OfferingModel()
        : base("An event that people are developed by (รุ่น): a course that is held once, or an event on its own.")
    {
        SeenBy(Seen.Either(WithId<Office>(offering => offering.OfficeId), OwnWorkplace(offering => offering.OfficeId)));
        Lists("Offerings");
        LongList();
        Order(offering => offering.FiscalYear);
        Root("offerings", "The offerings of all offices, by fiscal year.");
        Key(offering => offering.Id);
        RootById("offering", "The offering with this id, or null.");
        Maybe<Office>("office", offering => offering.OfficeId, "The office; null if nothing of it is published yet.");
        Field(offering => offering.FiscalYear, "Buddhist era; of the plan, if it is for an activity of one.").Indexed();
        Maybe<Course>("course", offering => offering.CourseId, "The course, if it is one of a course.");
        Maybe<Activity>("activity", offering => offering.ActivityId, "The activity of the office's plan, if any.");
        Maybe<Project>("project", offering => offering.ProjectId, "The project of the activity.");
        Field(offering => offering.Title, "In Thai.");
        One<DevelopmentMethod>("method", offering => offering.MethodId, "The form: training, seminar, study visit …");
        Field(offering => offering.Organiser, "Who organises it, if it is not the office.");
        Field(offering => offering.Venue, "Where it is held, if it is known.");
        Field(offering => offering.Capacity, "The number of seats; null is unlimited, 0 is none.");
        Field(offering => offering.Minimum, "The number of people that the office needs to hold it.");
        Field(offering => offering.EnrolFrom, "The first day on which people are enrolled; null if there is none.");
        Field(offering => offering.EnrolTo, "The last such day; null if there is none.");
        Field(
            offering => offering.Joining,
            "What becomes of people who are enrolled by themselves or their own office."
        );
        Field(
            offering => offering.OverlapPolicy,
            "What happens if a person has a session of another offering at that time."
        );
        Field(offering => offering.RequiredPercent, "The share of the planned minutes that completes it, in percent.");
        Field(
            offering => offering.PassingScore,
            "The score of the post-test that completes it, 0 to 100; null if none is needed."
        );
        Field(offering => offering.ReportRequired, "Whether a person's report is needed to complete it.");
        Field(offering => offering.Status, "How far it is.");
        Field(offering => offering.Version, "Increases with each change of the offering itself, from 1.");
        Field(offering => offering.StartsOn, "The Thai day of the first session; null if there is none.");
        Field(offering => offering.EndsOn, "The Thai day on which the last session starts; null if there is none.");
        Field(offering => offering.PlannedMinutes, "The counted minutes of all sessions.");
        Field(
            offering => offering.HeldMinutes,
            "The counted minutes of the sessions of which attendance was recorded."
        );
        Field(offering => offering.Note, "What the office reports of it, or why it was cancelled.");
        Many<OfferingCategory>(
            "targetCategories",
            one => one.OfferingId,
            one => one.Number,
            "The categories of staff that it is for; none for everybody."
        );
        Many<Session>("sessions", session => session.OfferingId, session => session.StartsAt, "The sessions, in time.");
        Page<Enrollment>("enrollments", one => one.OfferingId, "Who takes part, of those whom the caller sees.");
        AfterIt();
        Page<MonitoringVisit>(
            "monitoringVisits",
            visit => visit.OfferingId,
            "The monitoring visits, of those that the caller sees, by day."
        );
        Page<Certificate>(
            "certificates",
            one => one.OfferingId,
            "The certificates for it, of those that the caller sees, by their day."
        );
        Groups();
    }

    private void AfterIt()
    {
        Many<Questionnaire>(
                "questionnaire",
                one => one.OfferingId,
                one => one.FiscalYear,
                "About satisfaction, if any."
            )
            .First();
        Many<ApplicationPlan>(
                "applicationPlan",
                plan => plan.OfferingId,
                plan => plan.DueDays,
                "When those who complete it are assessed on the application of what was learnt; null if they are not."
            )
            .First();
        Page<ApplicationAssessment>(
            "applicationAssessments",
            one => one.OfferingId,
            "These assessments, of those that the caller sees."
        );
    }

    private void Groups()
    {
        GroupByOffice(offering => offering.Office);
        GroupBy("FISCAL_YEAR", offering => offering.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("STATUS", offering => offering.Status, "How far it is.");
        GroupBy<DevelopmentMethod>(
            "METHOD",
            offering => offering.MethodId,
            offering => offering.Method.Name,
            "The form."
        );
        GroupBy<Course>(
            "COURSE",
            offering => offering.CourseId,
            offering => offering.Course!.Name,
            "The course; null if there is none."
        );
        GroupBy<Project>(
            "PROJECT",
            offering => offering.ProjectId,
            offering => offering.Project!.Name,
            "The project; null if there is none."
        );
        GroupByDate("STARTS", offering => offering.StartsOn, "the first session");
    }
}

public sealed class OfferingCategoryModel : Model<OfferingCategory>
{
    public OfferingCategoryModel()
        : base("A category of staff that an offering is for.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "From 1.");
        One<StaffCategory>("category", one => one.CategoryId, "The category.");
    }
}

public sealed class SessionModel : Model<Session>
{
    public SessionModel()
        : base("A part of an offering, with its time.")
    {
        SeenBy(Seen.WithParent);
        Key(session => session.Id);
        Field(session => session.StartsAt, "When it starts.");
        Field(session => session.EndsAt, "When it ends; another one can start then.");
        Field(session => session.Day, "The Thai day on which it starts.");
        Field(session => session.Minutes, "How many of its minutes count.");
        Field(session => session.Title, "What it is called, if anything.");
        Field(session => session.Held, "Whether attendance was recorded.");
    }
}
