using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// Records many payments together: all of them, or none where any is refused. Each is decided with those before it already
/// paid, and every refusal names its item.
/// </summary>
[AllowedTo(Role.BudgetOfficer)]
public sealed record RecordDisbursements(IReadOnlyList<PaymentOrder> Items)
    : IdempotentCommand<IReadOnlyList<Disbursement>>;

public sealed class RecordDisbursementsValidator : AbstractValidator<RecordDisbursements>
{
    public const int MaxItems = 1000;

    public RecordDisbursementsValidator()
    {
        RuleFor(command => command.Items)
            .Must(items => items.Count is >= 1 and <= MaxItems)
            .Refuse($"must hold 1 to {MaxItems} payments.", $"ต้องมี 1 ถึง {MaxItems} รายการ")
            .DependentRules(() => RuleForEach(command => command.Items).SetValidator(new PaymentValidator()));
        RuleFor(command => command.IdempotencyKey).Key();
    }
}

public sealed class RecordDisbursementsHandler(LedgerSession session)
    : LedgerHandler<RecordDisbursements, IReadOnlyList<Disbursement>>(session)
{
    protected override LedgerScope ScopeOf(RecordDisbursements command) =>
        new()
        {
            Activities = [.. command.Items.Select(item => item.ActivityId.Id)],
            Commitments =
            [
                .. command
                    .Items.Where(item => item.CommitmentId is not null)
                    .Select(item => item.CommitmentId!.Value.Id),
            ],
        };

    protected override Result<IReadOnlyList<Disbursement>> Decide(RecordDisbursements command, OpenedLedger opened)
    {
        var results = command.Items.Select(opened.Ledger.Disburse).ToList();
        List<DomainError> errors =
        [
            .. results
                .Index()
                .Where(result => !result.Item.Succeeded)
                .Select(result => result.Item.Error!.At("items", result.Index)),
        ];
        return errors.Count > 0
            ? Result<IReadOnlyList<Disbursement>>.Refused(errors)
            : results.ConvertAll(result => result.Value);
    }

    protected override IReadOnlyList<Guid> IdsOf(IReadOnlyList<Disbursement> value) => [.. value.Select(one => one.Id)];

    protected override async Task<IReadOnlyList<Disbursement>> FindAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var found = (await Session.Store.FindAsync<Disbursement>(ids, cancellationToken)).ToDictionary(one => one.Id);
        return [.. ids.Select(id => found[id])];
    }
}
