using FluentValidation;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>A command that reports a result: a number, words, or both.</summary>
public interface IReportCommand : IIdempotentCommand
{
    /// <summary>In the unit of what it is reported on.</summary>
    decimal? Result { get; }

    string? ResultText { get; }

    /// <summary>With a denominator, or neither.</summary>
    decimal? Numerator { get; }

    decimal? Denominator { get; }

    string? Evidence { get; }

    string? Note { get; }
}

/// <summary>A command that takes back the result that counts.</summary>
public interface IWithdrawCommand : IIdempotentCommand, IReasonedCommand
{
    GivenId ResultId { get; }
}

/// <summary>The rules for what all commands report.</summary>
public sealed class ReportValidator<T> : AbstractValidator<T>
    where T : IReportCommand
{
    private const int MaxText = 2000;

    public ReportValidator()
    {
        RuleFor(command => command.Result)
            .Measure()
            .Must((command, result) => result is not null || command.ResultText is not null)
            .Refuse("or resultText must be given.", "ต้องระบุ result หรือ resultText")
            .Must((command, result) => result is not null || command.Numerator is null)
            .Refuse("must be given with a numerator.", "ต้องระบุเมื่อมี numerator");
        RuleFor(command => command.ResultText).Text(1, MaxText);
        RuleFor(command => command.Numerator).Measure();
        RuleFor(command => command.Denominator)
            .Denominator(command => command.Numerator is null == command.Denominator is null);
        RuleFor(command => command.Evidence).Text(0, MaxText);
        RuleFor(command => command.Note).Text(0, MaxText);
    }
}

/// <summary>A command that records an entry about a result, and gives the ids of what it is about and of the entry.</summary>
public abstract class ResultHandler<TCommand, TOpened>(IResultStore store, CommandSession session)
    : CommandHandler<TCommand, TOpened, Written>(session)
    where TCommand : IdempotentCommand
    where TOpened : IOpened
{
    protected IResultStore Store => store;

    /// <summary>Records what was reported, unless it is not the ratio that it is said to be.</summary>
    protected Result<Change<Written>> Report(OpenedMeasure on, IReportCommand told)
    {
        var measured = told.Result is { } value ? new Measurement(value, told.Numerator, told.Denominator) : null;
        if (measured?.Refusal(on.Unit, "result") is { } refusal)
            return refusal;
        on.Next.Report(on.Standing, measured, told.ResultText, told.Evidence, told.Note);
        return Recorded(on, ResultFigures.Of(on.Next), told.Note);
    }

    /// <param name="after">The figures that count from now on.</param>
    protected Change<Written> Recorded(OpenedMeasure on, ResultFigures after, string? reason)
    {
        store.Add(on.Next);
        return new Change<Written>(new Written(on.Subject.Id, on.Next.Id), on.Subject)
        {
            Before = on.Now,
            After = on.FiscalYear is { } fiscalYear ? new { fiscalYear, result = after } : after,
            Reason = reason,
        };
    }
}

/// <summary>Takes back the result that counts: the one before it counts again, or none.</summary>
public abstract class WithdrawHandler<TCommand, TEntry>(IResultStore store, CommandSession session)
    : ResultHandler<TCommand, OpenedResult<TEntry>>(store, session)
    where TCommand : IdempotentCommand, IWithdrawCommand
    where TEntry : ResultEntry
{
    /// <summary>What the result was reported on; null where it is not there for the caller.</summary>
    protected abstract Task<(IOpened Opened, OpenedMeasure? Measure)?> OpenAsync(
        TEntry result,
        CancellationToken cancellationToken
    );

    protected sealed override async Task<Result<OpenedResult<TEntry>>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await Store.FindAsync<TEntry>(command.ResultId.Id, cancellationToken) is { } result
        && await OpenAsync(result, cancellationToken) is var (opened, measure)
            ? new OpenedResult<TEntry>(opened.Offices, result, measure)
            : new NotFound(typeof(TEntry).Name, command.ResultId.Text);

    protected sealed override async Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedResult<TEntry> opened,
        CancellationToken cancellationToken
    )
    {
        if (opened.Measure is not { } measure || measure.Standing.CountsId != opened.Result.Id)
            return ResultStates.NotCounting;
        measure.Next.Withdraw(measure.Standing, opened.Result, command.Reason!);
        var before = opened.Result.PreviousId is { } previous
            ? await Store.FindAsync<TEntry>(previous, cancellationToken)
            : null;
        return Recorded(measure, ResultFigures.Of(before), command.Reason);
    }
}

/// <summary>A result that was reported, and what it was reported on.</summary>
public sealed record OpenedResult<TEntry>(IEnumerable<string> Offices, TEntry Result, OpenedMeasure? Measure) : IOpened;
