namespace TeacherDevPlan.Api.Tests;

/// <summary>What two activities have left, and what is remembered of each key: the answer to each of its inputs.</summary>
internal sealed class KeyModel(decimal[] available)
{
    public const string Rehearsed = "would be paid";

    private const string Reused =
        "IdempotencyKeyReusedError: Another request succeeded under this idempotencyKey; a new request needs a new key.";

    private readonly Dictionary<(int Key, int Activity, decimal Amount), string> answers = [];
    private readonly Dictionary<int, string> succeeded = [];

    public decimal[] Available { get; } = available;

    /// <summary>The ids of the payments that were made.</summary>
    public IEnumerable<string> Paid => succeeded.Values;

    /// <summary>The answer that an input has by now; null where it would be decided afresh.</summary>
    private string? Remembered(KeyReuseTests.Payment payment) =>
        answers.GetValueOrDefault((payment.Key, payment.Activity, payment.Amount))
        ?? (succeeded.ContainsKey(payment.Key) ? Reused : null);

    /// <summary>The model after payments that were sent at once; null where no order of them explains the answers.</summary>
    public KeyModel? After(IReadOnlyList<KeyReuseTests.Payment> payments, IReadOnlyList<string> told)
    {
        if (payments.Count == 0)
            return this;
        for (var i = 0; i < payments.Count; i++)
        {
            if (
                Next(payments[i], told[i]) is { } next
                && next.After([.. payments.Where((_, at) => at != i)], [.. told.Where((_, at) => at != i)]) is { } end
            )
                return end;
        }

        return null;
    }

    /// <summary>The model after one payment; null where it would have been answered otherwise.</summary>
    private KeyModel? Next(KeyReuseTests.Payment payment, string told)
    {
        if (Remembered(payment) is { } remembered)
            return told == remembered || payment.DryRun && told == Rehearsed && succeeded.ContainsValue(remembered)
                ? this
                : null;
        var left = Available[payment.Activity];
        var isRefused = payment.Amount > left;
        if (isRefused != told.StartsWith("InsufficientBudgetError: ", StringComparison.Ordinal))
            return null;
        if (isRefused && !told.Contains($"has {left:N2} baht available", StringComparison.Ordinal))
            return null;
        if (payment.DryRun)
            return isRefused || told == Rehearsed ? this : null;
        if (!isRefused && (told.Contains(' ', StringComparison.Ordinal) || succeeded.ContainsValue(told)))
            return null;
        var next = new KeyModel([.. Available]);
        foreach (var (input, answer) in answers)
            next.answers.Add(input, answer);
        foreach (var (key, id) in succeeded)
            next.succeeded.Add(key, id);
        next.answers.Add((payment.Key, payment.Activity, payment.Amount), told);
        if (!isRefused)
        {
            next.succeeded.Add(payment.Key, told);
            next.Available[payment.Activity] -= payment.Amount;
        }

        return next;
    }
}
