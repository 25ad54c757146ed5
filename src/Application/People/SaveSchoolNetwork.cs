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

/// <summary>Adds a network of schools to an office, or renames one.</summary>
/// <param name="NetworkId">The network to rename; null for a new one.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record SaveSchoolNetwork(string OfficeCode, GivenId? NetworkId, string Name)
    : IdempotentCommand,
        IOfficeCommand;

public sealed class SaveSchoolNetworkValidator : AbstractValidator<SaveSchoolNetwork>
{
    public SaveSchoolNetworkValidator() => RuleFor(command => command.Name).Name();
}

public sealed class SaveSchoolNetworkHandler(IRegistryStore store, CommandSession session)
    : CommandHandler<SaveSchoolNetwork, OpenedEntry<Office>, Written>(session)
{
    private static readonly RequestInvalid NameTaken = new(
        "name",
        new LocalText("is the name of another network of the office.", "เป็นชื่อของเครือข่ายอื่นในสำนักงานเดียวกัน")
    );

    protected override async Task<Result<OpenedEntry<Office>>> OpenAsync(
        SaveSchoolNetwork command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenOfficeAsync(command.OfficeCode, cancellationToken) is { } office
            ? new OpenedEntry<Office>(office, office.Code)
            : new NotFound(nameof(Office), command.OfficeCode);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveSchoolNetwork command,
        OpenedEntry<Office> opened,
        CancellationToken cancellationToken
    )
    {
        var (office, name) = (opened.Subject, RegistryRules.Plain(command.Name)!);
        SchoolNetwork? network = null;
        if (command.NetworkId is { } id)
        {
            network = await store.OpenNetworkAsync(id.Id, cancellationToken);
            if (network?.OfficeId != office.Id)
                return new NotFound(nameof(SchoolNetwork), id.Text);
        }

        if (await store.HasNetworkAsync(office.Id, name, network?.Id, cancellationToken))
            return NameTaken;
        var before = network is null ? null : new { network.Name };
        if (network is null)
            store.Add(network = new SchoolNetwork(office, name));
        network.Rename(name);
        return new Change<Written>(new Written(network.Id), network) { Before = before, After = new { network.Name } };
    }
}
