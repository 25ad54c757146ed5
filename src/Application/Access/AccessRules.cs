using System.Collections.Concurrent;
using System.Reflection;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>
/// Who may send which command, and the command's name in the API. Access rules of fields are declared with the fields.
/// </summary>
public static class AccessRules
{
    private static readonly ConcurrentDictionary<Type, AccessRule> Commands = [];

    /// <summary>
    /// The rule in the command's <see cref="AllowedToAttribute"/>; a command without it can only be sent by the service
    /// itself.
    /// </summary>
    public static AccessRule OfCommand(Type command) =>
        Commands.GetOrAdd(
            command,
            type =>
                type.GetCustomAttribute<AllowedToAttribute>() is { } allowed
                    ? new AccessRule(allowed.Roles)
                    : AccessRule.Nobody
        );

    /// <summary>The roles that can send any command at all.</summary>
    public static IReadOnlySet<Role> WritingRoles { get; } =
        typeof(AccessRules)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttribute<AllowedToAttribute>()?.Roles ?? [])
            .ToHashSet();

    /// <summary>The API name of a command: RecordDisbursement is recordDisbursement.</summary>
    public static string MutationOf(Type command) => char.ToLowerInvariant(command.Name[0]) + command.Name[1..];
}
