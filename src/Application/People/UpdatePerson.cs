using System.Text.Json.Serialization;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>Changes a person's record; values that are not given stay. Earlier names are kept.</summary>
/// <param name="NameFrom">The first day of the new title or name.</param>
/// <param name="Identity">The digest of the given identity, set by <see cref="IdentityPreparation{T, R}"/>.</param>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record UpdatePerson(
    GivenId PersonId,
    string? Title,
    string? Name,
    DateOnly? NameFrom,
    string? StaffNumber,
    PersonStatus? Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Identity = null
) : IdempotentCommand, IIdentityCommand
{
    private IdentityInput? given;

    /// <summary>The same with the number of the person as a citizen, or of the passport.</summary>
    public UpdatePerson Of(IdentityInput identity) => this with { given = identity };

    public IdentityInput? GivenIdentity() => given;

    public IIdentityCommand WithIdentity(string digest) => this with { Identity = digest };
}

public sealed class UpdatePersonValidator : AbstractValidator<UpdatePerson>
{
    public UpdatePersonValidator()
    {
        RuleFor(command => command.Title).OptionalText();
        RuleFor(command => command.Name).ProperName();
        RuleFor(command => command.StaffNumber).OptionalText();
        RuleFor(command => command.NameFrom)
            .Must((command, from) => from is null == (command.Title is null && command.Name is null))
            .Refuse(
                "is required with a new title or name, and only with one.",
                "ต้องระบุพร้อมคำนำหน้าหรือชื่อใหม่เท่านั้น"
            );
    }
}

public sealed class UpdatePersonHandler(IRegistryStore store, CommandSession session)
    : PersonHandler<UpdatePerson>(store, session)
{
    private static readonly RequestInvalid Erased = new(
        "name",
        new LocalText(
            "and identity cannot be given to a person who was erased; correctPerson gives a name.",
            "ตั้งชื่อหรือระบุตัวตนให้บุคลากรที่ถูกลบชื่อไม่ได้ ต้องใช้ correctPerson เพื่อตั้งชื่อ"
        )
    );

    protected override (string Type, GivenId Id) SubjectOf(UpdatePerson command) => (nameof(Person), command.PersonId);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        UpdatePerson command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var person = opened.Subject;
        var number = RegistryRules.StaffNumber(command.StaffNumber) ?? person.StaffNumber;
        if (
            number != person.StaffNumber
            && await Store.IsTakenAsync(person.OfficeId, number, [person.Id], cancellationToken)
        )
            return RegistryRules.StaffNumberTaken;
        var identity = command.Identity is { } digest ? Convert.FromHexString(digest) : null;
        if (identity is not null && person.IsErased)
            return Erased;
        if (await Store.IsTakenAsync(person.OfficeId, identity, [person.Id], cancellationToken))
            return new RequestInvalid(command.GivenIdentity()!.Field, Identities.Taken);
        var before = RegistryRules.Figures(person);
        if (command.NameFrom is { } from)
        {
            if (person.IsErased)
                return Erased;
            var known = person.Names.ToHashSet();
            var title = command.Title is null ? person.Title : RegistryRules.Plain(command.Title) ?? "";
            var name = RegistryRules.Plain(command.Name) ?? person.Name;
            if (person.TakeName(title, name, from, Session.Today) is { } refusal)
                return refusal;
            foreach (var added in person.Names.Where(held => !known.Contains(held)))
                Store.Add(added);
        }

        if (identity is not null)
            person.Identify(identity);
        person.Describe(number, command.Status ?? person.Status);
        return new Change<Written>(new Written(person.Id), person)
        {
            Before = before,
            After = RegistryRules.Figures(person),
        };
    }
}
