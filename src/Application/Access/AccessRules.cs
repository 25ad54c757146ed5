using System.Collections.Concurrent;
using System.Reflection;

namespace TeacherDevPlan.Application.Access;

/// <summary>Who may send which command, and what the API calls it. Who may read a field is declared with it.</summary>
public static class AccessRules
{
    private static readonly ConcurrentDictionary<Type, AccessRule> Commands = [];

    /// <summary>As <see cref="AllowedToAttribute"/> says; a command that says nothing is the service's own.</summary>
    public static AccessRule OfCommand(Type command) =>
        Commands.GetOrAdd(
            command,
            type =>
                type.GetCustomAttribute<AllowedToAttribute>() is { } allowed
                    ? new AccessRule(allowed.Roles)
                    : AccessRule.Nobody
        );

    /// <summary>RecordDisbursement is recordDisbursement.</summary>
    public static string MutationOf(Type command) => char.ToLowerInvariant(command.Name[0]) + command.Name[1..];
}
