using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.Events;

/// <summary>What a course is about, and who provides it.</summary>
/// <param name="Hours">Hours of 60 minutes.</param>
/// <param name="ApprovalNumber">Under which it was approved, if it was.</param>
public sealed record CourseTerms(
    string Name,
    decimal Hours,
    string? Provider,
    string? ApprovalNumber,
    IReadOnlyList<DevelopmentTopic> Topics,
    IReadOnlyList<Competency> Competencies
);

/// <summary>A course (หลักสูตร) of an office, or of the ministry for all offices. Its code is unique within its owner.</summary>
public sealed class Course : Entity
{
    private readonly List<CourseSubject> subjects = [];

    private Course() { }

    public Course(Guid? officeId, string code) => (OfficeId, Code) = (officeId, code);

    /// <summary>Null for a course of the ministry.</summary>
    public Guid? OfficeId { get; private init; }

    public Office? Office { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Hours of 60 minutes.</summary>
    public decimal Hours { get; private set; }

    public string? Provider { get; private set; }

    public string? ApprovalNumber { get; private set; }

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    /// <summary>The topics and competencies that it is about.</summary>
    public IReadOnlyList<CourseSubject> Subjects => subjects;

    /// <summary>Replaces everything but the owner and the code.</summary>
    public void Save(CourseTerms terms)
    {
        (Name, Hours) = (terms.Name, terms.Hours);
        (Provider, ApprovalNumber) = (terms.Provider, terms.ApprovalNumber);
        subjects.Clear();
        subjects.AddRange(
            terms
                .Topics.Select(topic => (Topic: (Guid?)topic.Id, Competency: (Guid?)null))
                .Concat(terms.Competencies.Select(one => (Topic: (Guid?)null, Competency: (Guid?)one.Id)))
                .Select((one, index) => new CourseSubject(Id, index + 1, one.Topic, one.Competency))
        );
        Version++;
    }
}

/// <summary>A topic or a competency that a course is about.</summary>
public sealed class CourseSubject : Entity
{
    private CourseSubject() { }

    internal CourseSubject(Guid courseId, int number, Guid? topicId, Guid? competencyId) =>
        (CourseId, Number, TopicId, CompetencyId) = (courseId, number, topicId, competencyId);

    public Guid CourseId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public Guid? TopicId { get; private init; }

    public DevelopmentTopic? Topic { get; private init; }

    public Guid? CompetencyId { get; private init; }

    public Competency? Competency { get; private init; }
}
