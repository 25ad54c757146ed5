using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Events.After;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Events;

/// <inheritdoc cref="IAfterEventStore"/>
internal sealed class AfterEventStore(PlanDbContext context) : IAfterEventStore
{
    private const string Answer = "SELECT answer_questionnaire($1, $2, $3, $4, $5)";

    private const string Take = "SELECT counts, comments FROM take_questionnaire_answers($1)";

    public async Task<OpenedQuestionnaire?> OpenOfOfferingAsync(Guid offeringId, CancellationToken cancellationToken)
    {
        await context.LockAsync(NameOf(offeringId), cancellationToken);
        if (await OfferingAsync(offeringId, cancellationToken) is not { } offering)
            return null;
        var questionnaire = await FindAsync(one => one.OfferingId == offeringId, cancellationToken);
        return new OpenedQuestionnaire(offering, questionnaire);
    }

    public async Task<OpenedQuestionnaire?> OpenQuestionnaireAsync(Guid id, CancellationToken cancellationToken) =>
        await OfferingOfAsync(id, cancellationToken) is { } offeringId
            ? await OpenOfOfferingAsync(offeringId, cancellationToken)
            : null;

    public async Task<Questionnaire?> OpenToAnswerAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OfferingOfAsync(id, cancellationToken) is not { } offeringId)
            return null;
        await context.LockSharedAsync(NameOf(offeringId), cancellationToken);
        return await FindAsync(one => one.Id == id, cancellationToken);
    }

    public async Task<Guid?> AttendedAsync(Guid offeringId, Guid personId, CancellationToken cancellationToken)
    {
        await context.LockPeopleAsync([personId], cancellationToken);
        return await context
            .Set<Enrollment>()
            .Where(one => one.OfferingId == offeringId && one.PersonId == personId && one.AttendedMinutes > 0)
            .Select(one => (Guid?)one.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public Task<bool> HasAnsweredAsync(Guid questionnaireId, Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<QuestionnaireAnswer>()
            .AnyAsync(
                answer => answer.QuestionnaireId == questionnaireId && answer.PersonId == personId,
                cancellationToken
            );

    public async Task<bool> AnswerAsync(
        Guid answerId,
        Guid questionnaireId,
        Guid enrollmentId,
        IReadOnlyList<int> scores,
        string? comment,
        CancellationToken cancellationToken
    ) =>
        (bool)
            (
                await context.ScalarAsync(
                    Answer,
                    cancellationToken,
                    Sql.Of(answerId),
                    Sql.Of(questionnaireId),
                    Sql.Of(enrollmentId),
                    Sql.Of<int[]>([.. scores]),
                    Sql.OrNull(comment, NpgsqlDbType.Text)
                )
            )!;

    public async Task<TakenAnswers?> TakeAsync(Guid questionnaireId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection());
        batch.BatchCommands.Add(Sql.Statement(Take, Sql.Of(questionnaireId)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return await reader.IsDBNullAsync(0, cancellationToken)
            ? null
            : new TakenAnswers(reader.GetFieldValue<int[]>(0), reader.GetFieldValue<string[]>(1));
    }

    public Task<SatisfactionScale> ScaleAsync(DateOnly day, CancellationToken cancellationToken) =>
        context
            .Set<SatisfactionScale>()
            .Include(scale => scale.Bands)
            .Where(scale => scale.ValidFrom <= day)
            .OrderByDescending(scale => scale.ValidFrom)
            .FirstAsync(cancellationToken);

    public async Task<OpenedApplicationPlan?> OpenPlanAsync(Guid offeringId, CancellationToken cancellationToken)
    {
        await context.LockOfferingAsync(offeringId, cancellationToken);
        if (await OfferingAsync(offeringId, cancellationToken) is not { } offering)
            return null;
        var plan = await context
            .Set<ApplicationPlan>()
            .SingleOrDefaultAsync(one => one.OfferingId == offeringId, cancellationToken);
        return new OpenedApplicationPlan(offering, plan);
    }

    public async Task<OpenedAssessment?> OpenAssessmentAsync(
        Guid id,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var found = await context
            .Set<ApplicationAssessment>()
            .Where(one => one.Id == id)
            .Select(one => new { one.EnrollmentId, one.PersonId })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        await context.LockPeopleAsync([found.PersonId], cancellationToken);
        await context.LockAsync($"application of {found.EnrollmentId}", cancellationToken);
        var all = await context
            .Set<ApplicationAssessment>()
            .Include(one => one.Office)
            .Include(one => one.Offering)
                .ThenInclude(offering => offering.Office)
            .Where(one => one.EnrollmentId == found.EnrollmentId)
            .ToListAsync(cancellationToken);
        var assessment = all.Single(one => one.Id == id);
        var (supervisors, directors) = await context.LeadersAsync(assessment.PersonId, today, cancellationToken);
        var members = await context
            .Set<CommitteeMember>()
            .Where(one =>
                one.Committee.Assesses
                && one.OfficeId == assessment.OfficeId
                && (one.Committee.SchoolId == null || one.Committee.SchoolId == assessment.SchoolId)
                && one.HeldFrom <= today
                && !(one.HeldTo < today)
            )
            .Select(one => one.PersonId)
            .ToHashSetAsync(cancellationToken);
        return new OpenedAssessment(
            assessment,
            all,
            new Assessors(assessment.PersonId, supervisors, directors, members),
            assessment.Office.Code,
            assessment.Offering.Office.Code
        );
    }

    public void Add(Questionnaire questionnaire) => context.Add(questionnaire);

    public void Add(QuestionnaireResult result) => context.Add(result);

    public void Add(ApplicationPlan plan) => context.Add(plan);

    private static string NameOf(Guid offeringId) => $"questionnaire of {offeringId}";

    private Task<Guid?> OfferingOfAsync(Guid questionnaireId, CancellationToken cancellationToken) =>
        context
            .Set<Questionnaire>()
            .Where(one => one.Id == questionnaireId)
            .Select(one => (Guid?)one.OfferingId)
            .SingleOrDefaultAsync(cancellationToken);

    private Task<Offering?> OfferingAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<Offering>()
            .Include(offering => offering.Office)
            .SingleOrDefaultAsync(offering => offering.Id == id, cancellationToken);

    private Task<Questionnaire?> FindAsync(
        Expression<Func<Questionnaire, bool>> which,
        CancellationToken cancellationToken
    ) => context.Set<Questionnaire>().Include(one => one.Items).SingleOrDefaultAsync(which, cancellationToken);
}
