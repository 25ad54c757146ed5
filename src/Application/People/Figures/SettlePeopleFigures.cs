using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Figures;

/// <summary>
/// Counts the people of all offices on the last day of a quarter, once, some time after it: what is recorded later about
/// that day changes nothing. Returns the number of figures, which is 0 if there is no quarter to settle.
/// </summary>
/// <param name="Today">In Thailand.</param>
[EndsIn]
public sealed record SettlePeopleFigures(DateOnly Today) : ICommand<Result<SettledFigures>>;

public sealed record SettledFigures(int Count) : Written;

public interface IPeopleFigureStore
{
    /// <summary>
    /// Notes that a quarter is settled, also if there is nobody to count. False if it was settled before; nobody else settles
    /// it until the transaction ends.
    /// </summary>
    Task<bool> BeginAsync(int fiscalYear, FiscalQuarter quarter, CancellationToken cancellationToken);

    /// <summary>The kinds that are withheld in a quarter.</summary>
    Task<ILookup<(Guid OfficeId, FigureSubject Subject), string>> WithheldAsync(
        int fiscalYear,
        FiscalQuarter quarter,
        CancellationToken cancellationToken
    );

    /// <summary>All cells with persons on the last day of a quarter, or in it.</summary>
    Task<IReadOnlyList<FigureCell>> CountAsync(DateOnly day, CancellationToken cancellationToken);

    void Add(PeopleFigure figure);
}

public sealed class SettlePeopleFiguresHandler(IPeopleFigureStore store, CommandSession session)
    : CommandHandler<SettlePeopleFigures, OfNoOffice<DateOnly>, SettledFigures>(session)
{
    /// <summary>From the end of a quarter on, so that offices can record what they are late with.</summary>
    public const int FirstDay = 14;

    /// <summary>
    /// Until then. A quarter that nobody settled stays without figures, because a registry that is only being filled would
    /// be counted.
    /// </summary>
    public const int LastDay = 45;

    /// <summary>The last day of the latest closed quarter.</summary>
    protected override Task<Result<OfNoOffice<DateOnly>>> OpenAsync(
        SettlePeopleFigures command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var year = FiscalYear.Of(command.Today);
        Result<OfNoOffice<DateOnly>> end = new OfNoOffice<DateOnly>(
            year.StartOf(year.QuarterOf(command.Today)).AddDays(-1)
        );
        return Task.FromResult(end);
    }

    protected override async Task<Result<Change<SettledFigures>>> DecideAsync(
        SettlePeopleFigures command,
        OfNoOffice<DateOnly> opened,
        CancellationToken cancellationToken
    )
    {
        var day = opened.Subject;
        var year = FiscalYear.Of(day);
        var quarter = year.QuarterOf(day);
        if (
            command.Today.DayNumber - day.DayNumber is < FirstDay or > LastDay
            || !await store.BeginAsync(year.Number, quarter, cancellationToken)
        )
            return new Change<SettledFigures>(new SettledFigures(0));
        var dayBefore = year.StartOf(quarter).AddDays(-1);
        var before = FiscalYear.Of(dayBefore);
        var withheld = await store.WithheldAsync(before.Number, before.QuarterOf(dayBefore), cancellationToken);
        var figures = PeopleFigure
            .Settle(await store.CountAsync(day, cancellationToken), withheld, year.Number, quarter)
            .ToList();
        figures.ForEach(store.Add);
        return new Change<SettledFigures>(new SettledFigures(figures.Count))
        {
            After = new { day, figures.Count },
            Rows = 1,
        };
    }
}
