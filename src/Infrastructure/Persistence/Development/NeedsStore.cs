using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Infrastructure.Persistence.Development;

/// <inheritdoc cref="INeedsStore"/>
internal sealed class NeedsStore(PlanDbContext context) : INeedsStore
{
    public async Task<bool> HasRoundAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken)
    {
        await context.LockAsync($"needs rounds of {officeId}", cancellationToken);
        return await context
            .Set<NeedsRound>()
            .AnyAsync(round => round.OfficeId == officeId && round.FiscalYear == fiscalYear, cancellationToken);
    }

    public async Task<OpenedRound?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.LockSharedAsync(NameOf(id), cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    public async Task<OpenedRound?> OpenAloneAsync(Guid id, CancellationToken cancellationToken)
    {
        await context.LockAsync(NameOf(id), cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    public async Task<NeedsParticipant?> AnswerAsync(Guid roundId, Guid personId, CancellationToken cancellationToken)
    {
        await context.LockNeedsOfAsync(personId, cancellationToken);
        return await context
            .Set<NeedsParticipant>()
            .Include(one => one.Choices)
            .SingleOrDefaultAsync(one => one.RoundId == roundId && one.PersonId == personId, cancellationToken);
    }

    public async Task<IReadOnlyList<NeedsParticipant>> AnswersAsync(
        Guid roundId,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<NeedsParticipant>()
            .Where(one => one.RoundId == roundId)
            .Include(one => one.Choices)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Employment>> EmployedAsync(
        Guid officeId,
        Guid? personId,
        DateOnly day,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<Appointment>()
            .HeldOn(day)
            .Where(one => one.OfficeId == officeId && one.IsMain)
            .Where(one => personId == null || one.PersonId == personId)
            .Select(one => new Employment(one.PersonId, one.CategoryId, one.OrgUnitId, one.SchoolId))
            .ToListAsync(cancellationToken);

    public void Add(NeedsRound round) => context.Add(round);

    public void Add(NeedsParticipant participant) => context.Add(participant);

    public void Add(NeedsResult result) => context.Add(result);

    private static string NameOf(Guid roundId) => $"needs round {roundId}";

    private async Task<OpenedRound?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var round = await context
            .Set<NeedsRound>()
            .Include(one => one.Topics)
            .Include(one => one.Office)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        return round is null ? null : new OpenedRound(round, round.Office.Code);
    }
}
