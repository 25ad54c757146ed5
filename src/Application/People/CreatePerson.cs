using System.Text.Json.Serialization;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>Adds a person to the registry of an office.</summary>
/// <param name="Identity">The digest of the given identity, set by <see cref="IdentityPreparation{T, R}"/>.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record CreatePerson(
    string OfficeCode,
    string? Title,
    string Name,
    string? StaffNumber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Identity = null
) : IdempotentCommand, IOfficeCommand, IIdentityCommand
{
    private IdentityInput? given;

    /// <summary>The same with the number of the person as a citizen, or of the passport.</summary>
    public CreatePerson Of(IdentityInput identity) => this with { given = identity };

    public IdentityInput? GivenIdentity() => given;

    public IIdentityCommand WithIdentity(string digest) => this with { Identity = digest };
}

public sealed class CreatePersonValidator : AbstractValidator<CreatePerson>
{
    public CreatePersonValidator()
    {
        RuleFor(command => command.Title).OptionalText();
        RuleFor(command => command.Name).ProperName();
        RuleFor(command => command.StaffNumber).OptionalText();
    }
}

public sealed class CreatePersonHandler(IRegistryStore store, CommandSession session)
    : CommandHandler<CreatePerson, OpenedEntry<Office>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<Office>>> OpenAsync(
        CreatePerson command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenOfficeAsync(command.OfficeCode, cancellationToken) is { } office
            ? new OpenedEntry<Office>(office, office.Code)
            : new NotFound(nameof(Office), command.OfficeCode);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        CreatePerson command,
        OpenedEntry<Office> opened,
        CancellationToken cancellationToken
    )
    {
        var number = RegistryRules.StaffNumber(command.StaffNumber);
        if (await store.IsTakenAsync(opened.Subject.Id, number, [], cancellationToken))
            return RegistryRules.StaffNumberTaken;
        var identity = command.Identity is { } digest ? Convert.FromHexString(digest) : null;
        if (await store.IsTakenAsync(opened.Subject.Id, identity, [], cancellationToken))
            return new RequestInvalid(command.GivenIdentity()!.Field, Identities.Taken);
        var person = new Person(
            opened.Subject.Id,
            RegistryRules.Plain(command.Title) ?? "",
            RegistryRules.Plain(command.Name)!,
            number
        );
        if (identity is not null)
            person.Identify(identity);
        store.Add(person);
        return new Change<Written>(new Written(person.Id), person) { After = RegistryRules.Figures(person) };
    }
}
