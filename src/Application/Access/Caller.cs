using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Who is asking: a name, roles, and the codes of the offices that the roles are held for.</summary>
/// <param name="Name">As it is written beside what the caller records; idempotency keys are the caller's own.</param>
public sealed record Caller(string Name, IReadOnlySet<Role> Roles, IReadOnlySet<string> Offices)
{
    /// <summary>In the place of an office's code: the whole ministry. Only approvers hold their role for it.</summary>
    public const string Ministry = "MINISTRY";

    /// <summary>Roles that are held for offices, and see their drafts.</summary>
    private static readonly Role[] OfOffice = [Role.PlanOfficer, Role.BudgetOfficer, Role.Approver];

    public static readonly Caller Anonymous = new("anonymous", new HashSet<Role>(), new HashSet<string>());

    /// <summary>The service itself.</summary>
    public static readonly Caller System = new("system", new HashSet<Role>(), new HashSet<string>())
    {
        IsSystem = true,
    };

    /// <summary>Somebody at the command line of the machine.</summary>
    public static Caller AtCommandLine(string user, string machine) =>
        System with
        {
            Name = $"system:{user}@{machine}",
        };

    /// <summary>The network address that the request came from.</summary>
    public string? Address { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Whether it is the service itself, or somebody at its command line: they may do everything.</summary>
    public bool IsSystem { get; private init; }

    public bool IsSignedIn => Name != Anonymous.Name;

    /// <summary>Whether the caller reads everything of every office, drafts and unpublished staff included.</summary>
    public bool SeesAll =>
        IsSystem
        || Roles.Contains(Role.MinistryAnalyst)
        || Roles.Contains(Role.Administrator)
        || Roles.Contains(Role.Approver) && Offices.Contains(Ministry);

    /// <summary>The codes of the offices of which the caller reads everything.</summary>
    public IEnumerable<string> SeenOffices => OfOffice.Any(Roles.Contains) ? Offices : [];

    public bool Sees(string officeCode) => SeesAll || SeenOffices.Contains(officeCode);

    /// <summary>Whether the caller holds the role for an office; administrators hold theirs for all.</summary>
    public bool Is(Role role, string officeCode) =>
        IsSystem
        || Roles.Contains(role)
            && (
                role == Role.Administrator
                || Offices.Contains(officeCode)
                || role == Role.Approver && Offices.Contains(Ministry)
            );

    public bool IsAny(IEnumerable<Role> roles, string officeCode) => roles.Any(role => Is(role, officeCode));
}

public static class CallerScope
{
    /// <summary>Makes a scope the service's own, where no client is behind it.</summary>
    public static IServiceProvider AsSystem(this IServiceProvider scope) => scope.As(Caller.System);

    public static IServiceProvider As(this IServiceProvider scope, Caller caller)
    {
        scope.GetRequiredService<CallerContext>().Become(caller);
        return scope;
    }
}

/// <summary>Holds who asks in this scope: nobody in particular, until it is said who.</summary>
public sealed class CallerContext
{
    public Caller Caller { get; private set; } = Caller.Anonymous;

    public void Become(Caller caller) => Caller = caller;
}
