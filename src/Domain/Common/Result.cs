namespace TeacherDevPlan.Domain.Common;

/// <summary>An expected refusal: a value, not an exception. The code is stable and SCREAMING_SNAKE.</summary>
public abstract record DomainError(string Code, string Message);

/// <summary>The shape of a request is wrong: which field, and what would be right.</summary>
public sealed record RequestInvalid(string Field, string Reason)
    : DomainError("VALIDATION_FAILED", $"{Field}: {Reason}");

/// <summary>An outcome that may be a refusal, so that a shared step can refuse without knowing the value's type.</summary>
public interface IOutcome<TSelf>
    where TSelf : IOutcome<TSelf>
{
    bool Succeeded { get; }

#pragma warning disable CA1000 // A static abstract member is the point: the step has only the type.
    static abstract TSelf Refused(DomainError error);
#pragma warning restore CA1000
}

/// <summary>What an operation gives: its value, or the refusal it ended in.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? value;

    private Result(T? value, DomainError? error) => (this.value, Error) = (value, error);

    public DomainError? Error { get; }

    public bool Succeeded => Error is null;

    public T Value => Succeeded ? value! : throw new InvalidOperationException($"Refused: {Error}");

    static Result<T> IOutcome<Result<T>>.Refused(DomainError error) => new(default, error);

#pragma warning disable CA2225 // Handlers return a value or an error as they are; named alternatives would only be noise.
    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(DomainError error) => new(default, error);
#pragma warning restore CA2225
}
