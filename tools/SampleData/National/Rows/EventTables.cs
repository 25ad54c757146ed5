using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>The tables of courses, of what is held, and of who takes part.</summary>
internal static class EventTables
{
    public static readonly IReadOnlyList<ICopyTable> All =
    [
        new CopyTable<Keyed<Course>>("courses", office => office.Courses)
            .Id("id", it => it.Id)
            .Id("office_id", it => it.ParentId)
            .Text("code", it => it.Row.Code)
            .Text("name", it => it.Row.Name)
            .Number("hours", it => it.Row.Hours)
            .Text("provider", it => it.Row.Provider)
            .Int("version", it => it.Row.Version),
        new CopyTable<Keyed<CourseSubject>>("course_subjects", office => office.CourseSubjects)
            .Id("id", it => it.Id)
            .Id("course_id", it => it.ParentId)
            .Int("number", it => it.Row.Number)
            .Id("topic_id", it => it.Row.TopicId)
            .Id("competency_id", it => it.Row.CompetencyId),
        new CopyTable<Keyed<Offering>>("offerings", office => office.Offerings)
            .Id("id", it => it.Id)
            .Id("office_id", it => it.ParentId)
            .Int("fiscal_year", it => it.Row.FiscalYear)
            .Id("course_id", it => it.Row.CourseId)
            .Id("activity_id", it => it.Row.ActivityId)
            .Id("project_id", it => it.Row.ProjectId)
            .Text("title", it => it.Row.Title)
            .Id("method_id", it => it.Row.MethodId)
            .Text("venue", it => it.Row.Venue)
            .Int("capacity", it => it.Row.Capacity)
            .Int("minimum", it => it.Row.Minimum)
            .Text("joining", it => EnumText.Of(it.Row.Joining))
            .Text("overlap_policy", it => EnumText.Of(it.Row.OverlapPolicy))
            .Int("required_percent", it => it.Row.RequiredPercent)
            .Flag("report_required", it => it.Row.ReportRequired)
            .Text("status", it => EnumText.Of(it.Row.Status))
            .Int("version", it => it.Row.Version)
            .Day("starts_on", it => it.Row.StartsOn)
            .Day("ends_on", it => it.Row.EndsOn)
            .Int("planned_minutes", it => it.Row.PlannedMinutes)
            .Int("held_minutes", it => it.Row.HeldMinutes)
            .Text("note", it => it.Row.Note),
        new CopyTable<Keyed<Session>>("sessions", office => office.Sessions)
            .Id("id", it => it.Id)
            .Id("offering_id", it => it.ParentId)
            .Moment("starts_at", it => it.Row.StartsAt.UtcDateTime)
            .Moment("ends_at", it => it.Row.EndsAt.UtcDateTime)
            .Day("day", it => it.Row.Day)
            .Int("minutes", it => it.Row.Minutes)
            .Flag("held", it => it.Row.Held)
            .Int("most_attended", it => it.Row.MostAttended),
        new CopyTable<Keyed<Enrollment>>("enrollments", office => office.Enrollments)
            .Id("id", it => it.Id)
            .Id("offering_id", it => it.ParentId)
            .Id("offering_office_id", it => it.Row.OfferingOfficeId)
            .Int("fiscal_year", it => it.Row.FiscalYear)
            .Id("person_id", it => it.Row.PersonId)
            .Id("office_id", it => it.Row.OfficeId)
            .Id("school_id", it => it.Row.SchoolId)
            .Id("category_id", it => it.Row.CategoryId)
            .Text("status", it => EnumText.Of(it.Row.Status))
            .Int("seat", it => it.Row.Seat)
            .Int("place", it => it.Row.Place)
            .Flag("beyond_capacity", it => it.Row.BeyondCapacity)
            .Flag("overlapping", it => it.Row.Overlapping)
            .Int("overtaken", it => it.Row.Overtaken)
            .Moment("requested_at", it => it.Row.RequestedAt.UtcDateTime)
            .Moment("changed_at", it => it.Row.ChangedAt.UtcDateTime)
            .Number("pre_test", it => it.Row.PreTest)
            .Number("post_test", it => it.Row.PostTest)
            .Flag("report_given", it => it.Row.ReportGiven)
            .Int("attended_minutes", it => it.Row.AttendedMinutes)
            .Number("share_of_held", it => it.Row.ShareOfHeld)
            .Number("share_of_planned", it => it.Row.ShareOfPlanned),
        new CopyTable<Keyed<Attendance>>("attendances", office => office.Attendances)
            .Id("id", it => it.Id)
            .Id("enrollment_id", it => it.ParentId)
            .Id("session_id", it => it.OtherId)
            .Int("minutes", it => it.Row.Minutes),
    ];
}
