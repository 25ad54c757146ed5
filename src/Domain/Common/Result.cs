namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// An expected refusal, returned as a value instead of thrown. The code is stable, in SCREAMING_SNAKE_CASE.
/// </summary>
public abstract record DomainError(string Code, LocalText Text)
{
    /// <summary>All kinds of error that there are.</summary>
    public static readonly IReadOnlyList<Type> Kinds =
    [
        .. typeof(DomainError).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DomainError))),
    ];

    /// <summary>The maximum number of errors that a refusal lists.</summary>
    public const int MostListed = 100;

    public string Message => Text.English;

    /// <summary>
    /// The index, from 0, of the list item that the error is about; null if the request is not a list.
    /// </summary>
    public int? Index { get; init; }

    /// <summary>The same error for an item of the list in the request's field <paramref name="list"/>.</summary>
    public virtual DomainError At(string list, int index) =>
        this with
        {
            Index = index,
            Text = new LocalText($"{list}[{index}]: {Text.English}", $"{list}[{index}]: {Text.Thai}"),
        };

    /// <summary>The errors to list: all, or the first ones and, as the last one, how many others there are.</summary>
    public static IReadOnlyList<DomainError> Listed(IReadOnlyList<DomainError> errors)
    {
        if (errors.Count <= MostListed)
            return errors;
        var others = errors.Count - MostListed + 1;
        var last = new LocalText(
            $"{others} further errors are not listed.",
            $"มีข้อผิดพลาดอื่นอีก {others} แห่งที่ไม่ได้แสดง"
        );
        return [.. errors.Take(MostListed - 1), new RequestInvalid("input", last)];
    }
}

/// <summary>The request is invalid: which field, and what is allowed.</summary>
public sealed record RequestInvalid(string Field, LocalText Reason)
    : DomainError("VALIDATION_FAILED", new LocalText($"{Field}: {Reason.English}", $"{Field}: {Reason.Thai}"))
{
    public override DomainError At(string list, int index) =>
        new RequestInvalid($"{list}[{index}].{Field}", Reason) { Index = index };
}

/// <summary>
/// An outcome that may be a refusal, so that a shared step can refuse without knowing the type of the value.
/// </summary>
public interface IOutcome<TSelf>
    where TSelf : IOutcome<TSelf>
{
    bool Succeeded { get; }

#pragma warning disable CA1000 // The static abstract member is intended: the shared step knows only the type.
    static abstract TSelf Refused(IReadOnlyList<DomainError> errors);
#pragma warning restore CA1000
}

/// <summary>The outcome of an operation: its value, or the errors.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<DomainError> errors) => (this.value, Errors) = (value, errors);

    /// <summary>The errors; empty on success.</summary>
    public IReadOnlyList<DomainError> Errors { get; }

    /// <summary>The first error; null on success.</summary>
    public DomainError? Error => Errors.Count == 0 ? null : Errors[0];

    public bool Succeeded => Errors.Count == 0;

    public T Value => Succeeded ? value! : throw new InvalidOperationException($"Refused: {Error}");

    /// <summary>Something made of the value, or the same refusals.</summary>
    public Result<TOther> Then<TOther>(Func<T, TOther> made) =>
        Succeeded ? made(Value) : Result<TOther>.Refused(Errors);

#pragma warning disable CA1000 // As in the interface.
    public static Result<T> Refused(IReadOnlyList<DomainError> errors) => new(default, DomainError.Listed(errors));
#pragma warning restore CA1000

#pragma warning disable CA2225 // Handlers return a value or an error as they are; named alternatives would only be noise.
    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(DomainError error) => new(default, [error]);
#pragma warning restore CA2225
}
