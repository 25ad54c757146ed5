using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>Questionnaires and assessments as a command changes them in its transaction.</summary>
public interface IAfterEventStore
{
    /// <summary>The offering with its office, and its questionnaire, which nobody else changes or answers until the transaction ends.</summary>
    Task<OpenedQuestionnaire?> OpenOfOfferingAsync(Guid offeringId, CancellationToken cancellationToken);

    /// <summary>The questionnaire with its offering likewise.</summary>
    Task<OpenedQuestionnaire?> OpenQuestionnaireAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The questionnaire, which nobody closes until the transaction ends.</summary>
    Task<Questionnaire?> OpenToAnswerAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether a person has answered.</summary>
    Task<bool> HasAnsweredAsync(Guid questionnaireId, Guid personId, CancellationToken cancellationToken);

    /// <summary>
    /// The person's enrolment in an offering, if minutes are recorded of it. The person's record is not merged until the
    /// transaction ends.
    /// </summary>
    Task<Guid?> AttendedAsync(Guid offeringId, Guid personId, CancellationToken cancellationToken);

    /// <summary>
    /// Counts an answer, and that the enrolment has answered: both, or, if it has answered before, neither. Gives whether it
    /// was counted. The counts can be neither read nor written in another way.
    /// </summary>
    /// <param name="answerId">The random id of the row that says that the enrolment has answered.</param>
    Task<bool> AnswerAsync(
        Guid answerId,
        Guid questionnaireId,
        Guid enrollmentId,
        IReadOnlyList<int> scores,
        string? comment,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Takes the answers of a questionnaire that is saved as closed; from then on there are none. Null if they are too few.
    /// </summary>
    Task<TakenAnswers?> TakeAsync(Guid questionnaireId, CancellationToken cancellationToken);

    /// <summary>The scale that is in use on a day, with its bands.</summary>
    Task<SatisfactionScale> ScaleAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>
    /// The offering with its office, and what was decided about its assessments, which nobody else changes until the
    /// transaction ends; nobody completes the offering until then.
    /// </summary>
    Task<OpenedApplicationPlan?> OpenPlanAsync(Guid offeringId, CancellationToken cancellationToken);

    /// <summary>An assessment with the others of its enrolment, which nobody else changes until the transaction ends.</summary>
    Task<OpenedAssessment?> OpenAssessmentAsync(Guid id, DateOnly today, CancellationToken cancellationToken);

    void Add(Questionnaire questionnaire);

    void Add(QuestionnaireResult result);

    void Add(ApplicationPlan plan);
}

/// <param name="Questionnaire">Null if the offering has none.</param>
public sealed record OpenedQuestionnaire(Offering Offering, Questionnaire? Questionnaire) : IOpened
{
    public IEnumerable<string> Offices => [Offering.Office.Code];
}

/// <param name="Counts">How often each item got each score: 1 to 5 of the first item, then of the next one.</param>
/// <param name="Comments">In the order of the alphabet.</param>
public sealed record TakenAnswers(IReadOnlyList<int> Counts, IReadOnlyList<string> Comments);

/// <param name="Plan">Null if nothing was decided.</param>
public sealed record OpenedApplicationPlan(Offering Offering, ApplicationPlan? Plan) : IOpened
{
    public IEnumerable<string> Offices => [Offering.Office.Code];
}

/// <param name="OfEnrollment">All assessments of the enrolment.</param>
/// <param name="OfficeCode">The code of the person's office of the time.</param>
/// <param name="OfferingOfficeCode">The code of the offering's office.</param>
public sealed record OpenedAssessment(
    ApplicationAssessment Assessment,
    IReadOnlyList<ApplicationAssessment> OfEnrollment,
    Assessors Assessors,
    string OfficeCode,
    string OfferingOfficeCode
);
