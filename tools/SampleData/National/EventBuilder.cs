using System.Collections.Frozen;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.SampleData.National.Rows;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates what an office holds in a year, and who takes part: one step after the other, as the service does them, until
/// one is after the last day.
/// </summary>
internal sealed class EventBuilder(
    NationalOptions options,
    Catalogues catalogues,
    OfficeRows rows,
    Dice dice,
    SeededIds ids
)
{
    /// <summary>The usual number of people in an offering.</summary>
    public const int GroupSize = 40;

    private const int Courses = 8;
    private const int MinutesOfSession = 180;

    private static readonly string[] Subjects =
    [
        "การจัดการเรียนรู้เชิงรุก",
        "การวัดและประเมินผล",
        "การวิจัยในชั้นเรียน",
        "การใช้เทคโนโลยีดิจิทัล",
        "การพัฒนาหลักสูตรสถานศึกษา",
        "การดูแลช่วยเหลือนักเรียน",
        "การเขียนแผนการจัดการเรียนรู้",
        "ภาวะผู้นำทางวิชาการ",
    ];

    private readonly List<(Guid Id, string Name)> courses = [];

    /// <summary>Adds the courses of the office.</summary>
    public void AddCourses(Guid officeId)
    {
        for (var number = 1; number <= Courses; number++)
        {
            var course = new Course(officeId, $"C-{number:00}");
            var topic = catalogues.Topics[(number - 1) % catalogues.Topics.Count];
            course.Save(
                new CourseTerms(
                    Subjects[number - 1],
                    6 * dice.Between(1, 3),
                    "สำนักงานเขตพื้นที่การศึกษา",
                    null,
                    [topic],
                    []
                )
            );
            var id = ids.Next();
            courses.Add((id, course.Name));
            rows.Courses.Add(new Keyed<Course>(id, officeId, course));
            foreach (var subject in course.Subjects)
                rows.CourseSubjects.Add(new Keyed<CourseSubject>(ids.Next(), id, subject));
        }
    }

    /// <summary>Adds the offerings of a year.</summary>
    /// <param name="people">Those who may work at the office.</param>
    /// <param name="enrollments">About how many people take part, each offering counted.</param>
    public void Build(Guid officeId, IReadOnlyList<PersonRow> people, FiscalYear year, int enrollments)
    {
        List<ActivityRow> activities =
        [
            .. rows
                .Projects.Where(one => one.Plan.FiscalYear == year.Number && one.MovesMoney)
                .SelectMany(one => one.Activities),
        ];
        var days = year.EndsOn.DayNumber - year.StartsOn.DayNumber - 10;
        for (var left = enrollments; left > 0 && people.Count > 0; )
        {
            var size = Math.Min(left, dice.Between(GroupSize / 2, GroupSize * 3 / 2));
            left -= size;
            var first = year.StartsOn.AddDays(dice.Below(days));
            if (first.AddDays(-30) > options.LastDay)
                continue;
            ActivityRow? activity = activities.Count > 0 && dice.Chance(0.7) ? dice.Pick(activities) : null;
            Hold(officeId, year, first, activity, Group(people, officeId, first, size));
        }
    }

    private void Hold(Guid officeId, FiscalYear year, DateOnly first, ActivityRow? activity, List<Attendee> group)
    {
        var course = dice.Pick(courses);
        var opened = ThaiDay.StartOf(first.AddDays(-30)).AddHours(9);
        PlannedSession[] sessions =
        [
            .. Enumerable.Range(0, dice.Between(2, 5)).Select(number => Planned(first.AddDays(number / 2), number % 2)),
        ];
        var offering = new Offering(officeId, year.Number);
        Demand(
            offering.Save(
                new OfferingTerms(
                    course.Id,
                    activity?.Id,
                    activity?.Project.Id,
                    $"อบรมเชิงปฏิบัติการ{course.Name}",
                    dice.Pick(catalogues.Methods).Id,
                    null,
                    "หอประชุมสำนักงาน",
                    dice.Chance(0.8) ? Math.Max(1, group.Count * 9 / 10) : null,
                    0,
                    null,
                    null,
                    JoinPolicy.Direct,
                    OverlapPolicy.None,
                    80,
                    null,
                    false,
                    sessions,
                    []
                ),
                [],
                opened
            )
        );
        Demand(offering.Move(OfferingStep.Open, null, opened));
        _ = offering
            .Enroll(
                group,
                new Dictionary<EnrollmentRule, string>(),
                false,
                FrozenSet<Guid>.Empty,
                opened.AddDays(1),
                singly: true
            )
            .Value;
        if (first <= options.LastDay)
            Attend(offering);
        Keep(offering);
    }

    /// <summary>What was held by the last day; an offering that is over is completed.</summary>
    private void Attend(Offering offering)
    {
        var over = ThaiDay.StartOf(options.LastDay.AddDays(1));
        Demand(offering.Move(OfferingStep.Start, null, offering.Sessions[0].StartsAt));
        var seated = offering.Enrollments.Where(one => one.Status == EnrollmentStatus.Enrolled).ToList();
        var items = new List<(Enrollment, Session, int)>();
        foreach (var one in seated)
        {
            var isKeen = dice.Chance(0.94);
            foreach (var session in offering.Sessions.Where(session => session.EndsAt < over))
                items.Add((one, session, dice.Chance(isKeen ? 0.97 : 0.2) ? session.Minutes : 30 * dice.Below(4)));
        }

        if (items.Count > 0)
            Demand(offering.Attend(items, over));
        if (offering.Sessions.Any(session => session.EndsAt >= over))
            return;
        if (dice.Chance(0.7) && seated.Count > 0)
            Demand(
                offering.Score([
                    .. seated.Select(one => (one, new Scores(dice.Between(20, 70), dice.Between(50, 100), true))),
                ])
            );
        // On the next day, so that it counts in the quarter in which it was held.
        var completed = ThaiDay.StartOf(ThaiDay.Of(offering.Sessions.Max(session => session.EndsAt)).AddDays(1));
        Demand(offering.Move(OfferingStep.Complete, null, completed));
        if (dice.Chance(0.8))
            Demand(offering.Move(OfferingStep.Report, "ดำเนินการแล้วเสร็จตามแผน", completed));
    }

    private void Keep(Offering offering)
    {
        var id = ids.Next();
        rows.Offerings.Add(new Keyed<Offering>(id, offering.OfficeId, offering));
        var sessions = offering.Sessions.ToDictionary(session => session.Id, _ => ids.Next());
        foreach (var session in offering.Sessions)
            rows.Sessions.Add(new Keyed<Session>(sessions[session.Id], id, session));
        foreach (var one in offering.Enrollments)
        {
            var enrollment = ids.Next();
            rows.Enrollments.Add(new Keyed<Enrollment>(enrollment, id, one));
            foreach (var attendance in one.Attendances)
                rows.Attendances.Add(
                    new Keyed<Attendance>(ids.Next(), enrollment, attendance, sessions[attendance.SessionId])
                );
        }
    }

    /// <summary>Some of those who work at the office on a day, each once.</summary>
    private List<Attendee> Group(IReadOnlyList<PersonRow> people, Guid officeId, DateOnly day, int size)
    {
        var group = new Dictionary<Guid, Attendee>();
        for (var tries = 0; tries < 3 * size && group.Count < size; tries++)
        {
            var person = dice.Pick(people);
            if (person.MainOn(day) is { } held && held.OfficeId == officeId)
                group.TryAdd(person.Id, new Attendee(person.Id, officeId, held.SchoolId, held.CategoryId, null, false));
        }

        return [.. group.Values];
    }

    /// <summary>A morning (0) or an afternoon (1) of a day.</summary>
    private static PlannedSession Planned(DateOnly day, int half)
    {
        var starts = ThaiDay.StartOf(day).AddHours(half == 0 ? 9 : 13);
        return new PlannedSession(null, starts, starts.AddMinutes(MinutesOfSession), MinutesOfSession, null);
    }

    private static void Demand(DomainError? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"Refused: {refusal}");
    }

    private static void Demand(IReadOnlyList<DomainError> refusals) => Demand(refusals.Count > 0 ? refusals[0] : null);
}
