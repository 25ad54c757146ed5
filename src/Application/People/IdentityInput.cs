using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>The number of a citizen or of a passport as a client wrote it; at most one of them.</summary>
public sealed class IdentityInput(string? citizenId, string? passportNumber)
{
    /// <summary>The name of the field that was given.</summary>
    public string Field => HasCitizenId ? "citizenId" : "passportNumber";

    public bool IsGiven => HasCitizenId || HasPassport;

    public bool AreBoth => HasCitizenId && HasPassport;

    /// <summary>Null if what was given is no such number.</summary>
    public IdentityNumber? Number =>
        HasCitizenId ? IdentityNumber.OfCitizen(citizenId!)
        : HasPassport ? IdentityNumber.OfPassport(passportNumber!)
        : null;

    private bool HasCitizenId => !string.IsNullOrWhiteSpace(citizenId);

    private bool HasPassport => !string.IsNullOrWhiteSpace(passportNumber);

    public override string ToString() => IsGiven ? Field : "";
}

/// <summary>
/// A command that can give a person's identity. It becomes a keyed digest before anything else happens, which stands for
/// it in the digest of the request, too.
/// </summary>
public interface IIdentityCommand : IIdempotentCommand
{
    /// <summary>The identity that the client gave, if any.</summary>
    IdentityInput? GivenIdentity();

    IIdentityCommand WithIdentity(string digest);
}

/// <summary>Validates the identity of every command that can give one.</summary>
public sealed class IdentityValidator<T> : AbstractValidator<T>
    where T : IIdentityCommand
{
    public IdentityValidator()
    {
        RuleFor(command => command.GivenIdentity())
            .Must(given => given?.AreBoth != true)
            .OverridePropertyName("passportNumber")
            .Refuse("must not be given together with citizenId.", "ต้องไม่ระบุพร้อมกับ citizenId");
        RuleFor(command => command.GivenIdentity())
            .Must(given => given is not { IsGiven: true, Field: "citizenId" } || given.Number is not null)
            .OverridePropertyName("citizenId")
            .Refuse(
                "must have 13 digits, of which the last one checks the others.",
                "ต้องมี 13 หลัก และหลักสุดท้ายต้องเป็นเลขตรวจสอบที่ถูกต้อง"
            );
        RuleFor(command => command.GivenIdentity())
            .Must(given => given is not { IsGiven: true, Field: "passportNumber" } || given.Number is not null)
            .OverridePropertyName("passportNumber")
            .Refuse("must have 6 to 20 letters and digits.", "ต้องเป็นตัวอักษรและตัวเลข 6 ถึง 20 ตัว");
    }
}

/// <summary>Makes the digest of a command's identity.</summary>
public sealed class IdentityPreparation<TMessage, TResponse>(IKeyedDigests digests)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IIdentityCommand
    where TResponse : IOutcome<TResponse>
{
    public ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken
    )
    {
        if (message.GivenIdentity() is not { Number: { } number } given)
            return next(message, cancellationToken);
        return digests.OfIdentity(number) is { } digest
            ? next((TMessage)message.WithIdentity(digest), cancellationToken)
            : ValueTask.FromResult(TResponse.Refused([new RequestInvalid(given.Field, Identities.WithoutKey)]));
    }
}

/// <summary>The digests of identities, and what can be wrong with them.</summary>
internal static class Identities
{
    public static readonly LocalText WithoutKey = new(
        "cannot be kept, because this service has no key for it (Privacy__KeyFile).",
        "จัดเก็บไม่ได้ เพราะระบบไม่มีกุญแจสำหรับข้อมูลนี้ (Privacy__KeyFile)"
    );

    public static readonly LocalText Taken = new(
        "is that of another person of the office.",
        "เป็นของบุคลากรอีกคนในสำนักงานเดียวกัน"
    );

    /// <summary>The digest of an identity as text; null if no key is configured.</summary>
    public static string? OfIdentity(this IKeyedDigests digests, IdentityNumber number) =>
        digests.Of("identity", System.Text.Encoding.UTF8.GetBytes($"{number.Kind}|{number.Number}")) is { } digest
            ? Convert.ToHexString(digest)
            : null;
}
