using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>
/// Records many payments together: all of them, or none where any is refused. Each is decided with those before it already
/// paid, and every refusal names its item. An item with a key is the <see cref="RecordDisbursement"/> with that key: if it
/// is recorded already, it stays as it is, and only the others are recorded.
/// </summary>
[AllowedTo(Role.BudgetOfficer)]
[EndsIn(typeof(InsufficientBudget), typeof(NotFound), typeof(InvalidState))]
public sealed record RecordDisbursements(IReadOnlyList<PaymentOrder> Items) : IdempotentCommand, IOptionalKey;

public sealed class RecordDisbursementsValidator : AbstractValidator<RecordDisbursements>
{
    public const int MaxItems = 1000;

    public RecordDisbursementsValidator()
    {
        RuleFor(command => command.Items)
            .Must(items => items.Count is >= 1 and <= MaxItems)
            .Refuse($"must hold 1 to {MaxItems} payments.", $"ต้องมี 1 ถึง {MaxItems} รายการ")
            .DependentRules(() =>
            {
                RuleForEach(command => command.Items).SetValidator(new PaymentValidator());
                RuleFor(command => command.IdempotencyKey)
                    .Must((command, key) => key is not null || command.Items.All(item => item.Key is not null))
                    .Refuse(
                        "is required, unless every item has an idempotencyKey.",
                        "ต้องระบุ เว้นแต่ทุกรายการมี idempotencyKey ของตัวเอง"
                    )
                    .Must((command, key) => key is null || command.Items.All(item => item.Key?.Trim() != key.Trim()))
                    .Refuse("must not be the key of an item.", "ต้องไม่ซ้ำกับ idempotencyKey ของรายการ");
            });
    }
}

public sealed class RecordDisbursementsHandler(ILedgerStore store, CommandSession session)
    : LedgerHandler<RecordDisbursements>(store, session)
{
    protected override LedgerScope ScopeOf(RecordDisbursements command) => LedgerScope.Of(command.Items);

    protected override IEnumerable<IdempotencyKey> KeysOfParts(RecordDisbursements command) =>
        command.Items.Select(KeyOf).OfType<IdempotencyKey>();

    protected override Result<Written> Decide(RecordDisbursements command, OpenedLedger opened)
    {
        var before = new RememberedRequests();
        var payments = command.Items.Select(item => Pay(item, opened, before)).ToList();
        List<DomainError> errors =
        [
            .. payments.Index().SelectMany(one => one.Item.Result.Errors.Select(error => error.At("items", one.Index))),
        ];
        // Where one is refused, none is paid, and no key is used: a refusal may be due to payments that were not made.
        foreach (var payment in errors.Count == 0 ? payments : [])
        {
            if (payment.NewKey is { } key)
                Session.Keys.Remember(key, OutcomeOf(payment.Result));
        }

        if (payments.TrueForAll(payment => payment.IsReplayed))
            Session.Replays.Note(command);
        return errors.Count > 0
            ? Result<Written>.Refused(errors)
            : new Written([.. payments.Select(payment => payment.Result.Value)]);
    }

    /// <param name="before">What became of the items before, under their keys.</param>
    private Payment Pay(PaymentOrder item, OpenedLedger opened, RememberedRequests before)
    {
        var key = KeyOf(item);
        if (key is not null && (opened.Remembered.Of(key) ?? before.Of(key)) is { } remembered)
        {
            var refusals = remembered.RefusalsOf(key);
            var again = refusals.Count > 0 ? Result<Guid>.Refused(refusals) : remembered.Outcome.Ids[0];
            return new Payment(again, null, remembered.IsOf(key));
        }

        var result = opened.Ledger.Disburse(item).Then(payment => payment.Id);
        if (key is not null)
            before.Add(key.Key, new RememberedRequest(key.Operation, key.Digest, OutcomeOf(result)));
        return new Payment(result, key, false);
    }

    private IdempotencyKey? KeyOf(PaymentOrder item) =>
        item.Key is { } key
            ? new IdempotencyKey(Session.Caller.Name, key, new RecordDisbursement(item with { Key = null }))
            : null;

    private static Outcome OutcomeOf(Result<Guid> result) => new(result.Succeeded ? [result.Value] : [], result.Errors);

    /// <param name="NewKey">The item's key, if the item was decided now.</param>
    /// <param name="IsReplayed">Whether the outcome is that of an earlier request.</param>
    private sealed record Payment(Result<Guid> Result, IdempotencyKey? NewKey, bool IsReplayed);
}
